using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Tests.Cli;

public sealed class EvaluateAdviceCommandTests : IDisposable
{
    private const int SampleRateHz = 44_100;

    private readonly CommandLineFolder _at = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public void Advice_TwoNoises_ScoresThemAndNamesWhatIsLeftOut()
    {
        WriteNoise("one.wav", 1);
        WriteNoise("two.wav", 2);
        File.WriteAllText(Path.Combine(_at.Path, "torn.wav"), "no audio");
        File.WriteAllText(Path.Combine(_at.Path, "manifest.csv"), "path,role,split\none.wav,pad,dev\ntwo.wav,pad,held\n");

        CommandLineResult result = _at.Run(
            "evaluate", "advice", "--no-demo", "--audio", _at.Path, "--fault", "too_quiet", "flipped_polarity", "--limit-seconds", "3", "--json", "-");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("torn is left out", result.Error, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement halves = json.RootElement.GetProperty("halves"), tracks = json.RootElement.GetProperty("tracks");
        Assert.Equal(["tuned", "reported"], halves.EnumerateObject().Select(half => half.Name));
        Assert.All(halves.EnumerateObject(), half => Assert.Equal(2, half.Value.GetProperty("all").GetProperty("cases").GetInt32()));
        Assert.Equal(["pad", "pad"], tracks.EnumerateArray().Select(track => track.GetProperty("role").GetString()));
        JsonElement[] cases = [.. tracks.EnumerateArray().SelectMany(track => track.GetProperty("faults").EnumerateArray())];
        Assert.Equal(4, cases.Length);
        Assert.All(cases, fault => Assert.True(fault.GetProperty("distance").GetDouble() > 0));
        Assert.Single(json.RootElement.GetProperty("skipped").EnumerateArray());
    }

    [Fact]
    public void Advice_Table_SaysWhatWasAskedForEachHalf()
    {
        WriteNoise("one.wav", 1);
        File.WriteAllText(Path.Combine(_at.Path, "roles.csv"), "path,role,split\none.wav,pad,reported\n");
        string json = Path.Combine(_at.Path, "out.json");

        CommandLineResult result = _at.Run(
            "evaluate", "advice", "--no-demo", "--audio", _at.Path, "--fault", "too_quiet", "--half", "reported", "--json", json);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Reported half: 1 track, 1 fault", result.Output, StringComparison.Ordinal);
        Assert.Contains("too_quiet/strong", result.Output, StringComparison.Ordinal);
        Assert.Contains("Priority 1 for a clean track", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Tuned half", result.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(json));
    }

    [Fact]
    public async Task Advice_Interrupted_EndsWithOneLine()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // there is no signal to send
        }

        WriteNoise("one.wav", 1, seconds: 60);
        using Process process = _at.Start("evaluate", "advice", "--no-demo", "--audio", _at.Path, "--limit-seconds", "60");
        string? line = await process.StandardError.ReadLineAsync();
        Assert.Contains("Making faults", line, StringComparison.Ordinal);
        using (Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        string rest = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token);
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("cancelled", rest, StringComparison.Ordinal);
    }

    [Fact]
    public void Advice_FolderMissing_SaysSo()
    {
        CommandLineResult result = _at.Run("evaluate", "advice", "--audio", "gone");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("There is no folder gone", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Advice_EmptyFolder_SaysSo()
    {
        CommandLineResult result = _at.Run("evaluate", "advice", "--no-demo", "--audio", _at.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("there is no audio file in", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Advice_NothingThatCanBeUsed_SaysSo()
    {
        File.WriteAllText(Path.Combine(_at.Path, "torn.wav"), "no audio");

        CommandLineResult result = _at.Run("evaluate", "advice", "--no-demo", "--audio", _at.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("None of the 1 tracks could be used", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--no-demo")]
    [InlineData("--demo", "--no-demo", "--audio", ".")]
    [InlineData("--half", "best")]
    [InlineData("--limit-seconds", "1")]
    [InlineData("--limit-tracks", "0")]
    [InlineData("--threads", "0")]
    [InlineData("--fault", "boredom")]
    [InlineData("--audio", "")]
    public void Advice_WrongUsage_IsRefused(params string[] arguments) =>
        Assert.Equal(2, _at.Run(["evaluate", "advice", .. arguments]).ExitCode);

    private void WriteNoise(string name, int seed, int seconds = 4)
    {
        Random random = new(seed);
        AudioBuffer audio = new(2, seconds * SampleRateHz, SampleRateHz);
        for (int frame = 0; frame < audio.FrameCount; frame++)
        {
            double mid = random.NextDouble() - 0.5, side = (random.NextDouble() - 0.5) / 2;
            audio.Channel(0)[frame] = (float)(mid + side) / 2;
            audio.Channel(1)[frame] = (float)(mid - side) / 2;
        }

        WavFile.Write(Path.Combine(_at.Path, name), audio);
    }
}
