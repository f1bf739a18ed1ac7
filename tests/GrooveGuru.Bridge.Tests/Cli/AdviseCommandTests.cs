using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GrooveGuru.Bridge.Advising;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Bridge.Tests.Cli;

public sealed class AdviseCommandTests : IDisposable
{
    private readonly CommandLineFolder _at = new();

    private string Out => Path.Combine(_at.Path, "advice");

    public void Dispose() => _at.Dispose();

    [Fact]
    public void Advise_FaultyFile_WritesReportPageAndPairsThatAreEquallyLoud()
    {
        string song = WriteSong("my song.wav", gainDb: 12);

        CommandLineResult result = _at.Run("advise", song, "--out", Out, "--name", "Lead <b>");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("What to change", result.Output, StringComparison.Ordinal);
        string folder = Path.Combine(Out, "my song");
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "report.json")));
        JsonElement root = json.RootElement;
        JsonElement[] given = [.. root.GetProperty("recommendations").EnumerateArray()];
        Assert.NotEmpty(given);
        Assert.Equal("Lead <b>", root.GetProperty("track").GetString());
        JsonElement chain = root.GetProperty("whole_chain");
        Assert.NotEqual(0, chain.GetProperty("steps").GetArrayLength());
        Assert.All(chain.GetProperty("steps").EnumerateArray(), step => Assert.NotEqual("", step.GetProperty("because").GetString()));
        foreach (string pair in given.Append(chain).Select(advice => advice.GetProperty("folder").GetString()!))
        {
            Assert.Matches("^([0-9]{2}-[a-z0-9-]+|chain)$", pair);
            AssertEquallyLoud(Path.Combine(folder, pair));
        }

        string page = File.ReadAllText(Path.Combine(folder, "report.html"));
        foreach (string part in (string[])
            ["Lead &lt;b&gt;", "As one chain", "Spectrum before and after", "Loudness before and after", "chain/after.wav", "default-src 'none'"])
        {
            Assert.Contains(part, page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("src=\"(?!data:)", page);
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(folder), entry => Path.GetFileName(entry).StartsWith('.'));
    }

    [Fact]
    public void Advise_Again_TakesAwayOnlyItsOwnEarlierPairs()
    {
        string song = WriteSong("song.wav", gainDb: -20);
        string folder = Path.Combine(Out, "song"), stale = Path.Combine(folder, "09-eq-stale"), mine = Path.Combine(folder, "08-mine");
        Directory.CreateDirectory(stale);
        Directory.CreateDirectory(mine);
        File.WriteAllText(Path.Combine(stale, "after.wav"), "");
        File.WriteAllText(Path.Combine(mine, "notes.txt"), "");

        Assert.Equal(0, _at.Run("advise", song, "--out", Out).ExitCode);

        Assert.False(Directory.Exists(stale));
        Assert.True(File.Exists(Path.Combine(mine, "notes.txt")));
    }

    [Theory]
    [InlineData(0, 4, "only silence was heard")]
    [InlineData(0.2, 2, "")]
    public void Advise_WhatCannotBeJudged_SaysWhyAndEndsWell(double amplitude, double seconds, string reason)
    {
        string path = Path.Combine(_at.Path, "input.wav");
        WavFile.Write(path, new AudioBuffer([Tone(amplitude, seconds)], 44_100));

        CommandLineResult result = _at.Run("advise", path, "--out", Out);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(reason.Length > 0 ? reason : "balance and dynamics need 3 s", result.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Out, "input", "chain")));
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("missing.wav")]
    public void Advise_NoAudio_IsOneLineAndLeavesNothing(string name)
    {
        File.WriteAllText(Path.Combine(_at.Path, "notes.txt"), "no audio");

        CommandLineResult result = _at.Run("advise", Path.Combine(_at.Path, name), "--out", Out);

        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void Advise_InputWhereAFileWouldGo_IsRefused()
    {
        string folder = Path.Combine(_at.Path, "before", "chain");
        Directory.CreateDirectory(folder);
        string input = Path.Combine(folder, "before.wav");
        File.Move(WriteSong("x.wav", gainDb: -20), input);
        byte[] content = File.ReadAllBytes(input);

        CommandLineResult result = _at.Run("advise", input, "--out", _at.Path);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(content, File.ReadAllBytes(input));
    }

    [Fact]
    public void Advise_AgainstItsOwnReport_TicksOffOnlyWhatChanged()
    {
        string quiet = WriteSong("song.wav", gainDb: -30);
        Assert.Equal(0, _at.Run("advise", quiet, "--out", Out).ExitCode);
        string former = Path.Combine(Out, "song", "report.json");

        JsonElement[] untouched = FollowUps(quiet, former);
        Assert.NotEmpty(untouched);
        Assert.All(untouched, item => Assert.Equal("RECOMMENDATION_STATUS_UNCHANGED", item.GetProperty("status").GetString()));

        string followed = WriteSong("song.wav", gainDb: -2);
        JsonElement level = FollowUps(followed, former).Single(item => item.GetProperty("recommendation_id").GetString() == "gain.level");
        Assert.Equal("RECOMMENDATION_STATUS_CONFIRMED", level.GetProperty("status").GetString());
        Assert.True(level.GetProperty("now").GetDouble() > level.GetProperty("promised_from").GetDouble() + 10);
    }

    [Fact]
    public void Advise_AgainstAnotherSong_TicksNothingOffAndSaysSo()
    {
        Assert.Equal(0, _at.Run("advise", WriteSong("song.wav", gainDb: -30), "--out", Out).ExitCode);
        string former = Path.Combine(Out, "song", "report.json");
        string other = WriteSong("other.wav", gainDb: -10, seed: 9);

        CommandLineResult result = _at.Run("advise", other, "--out", Out, "--against", former);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("other audio", result.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Out, "other", "report.json")));
        Assert.All(
            json.RootElement.GetProperty("follow_ups").EnumerateArray(),
            item => Assert.Equal("RECOMMENDATION_STATUS_OPEN", item.GetProperty("status").GetString()));
    }

    [Fact]
    public void Advise_DismissedInTheFormerReport_IsNotGivenAgain()
    {
        string quiet = WriteSong("song.wav", gainDb: -30);
        Assert.Equal(0, _at.Run("advise", quiet, "--out", Out).ExitCode);
        string former = Path.Combine(Out, "song", "report.json"), edited = Path.Combine(_at.Path, "edited.json");
        JsonNode json = JsonNode.Parse(File.ReadAllText(former))!;
        JsonNode level = json["recommendations"]!.AsArray().Single(advice => advice!["id"]!.GetValue<string>() == "gain.level")!;
        level["status"] = "RECOMMENDATION_STATUS_DISMISSED";
        File.WriteAllText(edited, json.ToJsonString());

        JsonElement[] items = FollowUps(quiet, edited);

        Assert.Equal("RECOMMENDATION_STATUS_DISMISSED", items.Single(item => item.GetProperty("recommendation_id").GetString() == "gain.level").GetProperty("status").GetString());
        using JsonDocument again = JsonDocument.Parse(File.ReadAllText(former));
        Assert.DoesNotContain(again.RootElement.GetProperty("recommendations").EnumerateArray(), advice => advice.GetProperty("id").GetString() == "gain.level");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("{\"recommendations\":[{\"priority\":\"x\"}]}")]
    public void Advise_AgainstWhatIsNoReport_IsOneLine(string content)
    {
        string former = Path.Combine(_at.Path, "former.json");
        File.WriteAllText(former, content);

        CommandLineResult result = _at.Run("advise", WriteSong("song.wav", gainDb: -20), "--out", Out, "--against", former);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("former.json", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void Fill_CancelledWhileItWrites_LeavesNothing()
    {
        using CancellationTokenSource source = new();
        string folder = Path.Combine(Out, "song");
        Assert.Throws<OperationCanceledException>(() => AdviceFolder.Fill(
            folder,
            "song.wav",
            () =>
            {
                source.Cancel();
                source.Token.ThrowIfCancellationRequested();
                throw new InvalidOperationException("It was cancelled.");
            },
            new Progress<double>(),
            source.Token));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Advise_Interrupted_LeavesNothing()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // there is no signal to send
        }

        // Ten minutes of music, so that it is still being heard when the signal comes.
        string song = WriteSong("song.wav", gainDb: -20);
        AudioBuffer part = AudioFile.ReadAll(song);
        WavFile.Write(song, new AudioBuffer([.. part.Channels.Select(samples => Enumerable.Repeat(samples, 100).SelectMany(copy => copy).ToArray())], 44_100));
        string folder = Path.Combine(Out, "song");

        // Handled as Ctrl+C is; that one a shell in the background would have told its children to ignore.
        using Process process = _at.Start("advise", song, "--out", Out);
        Task<string> error = process.StandardError.ReadToEndAsync();
        for (int wait = 0; wait < 600 && !Directory.Exists(folder) && !process.HasExited; wait++)
        {
            await Task.Delay(100);
        }

        Assert.True(Directory.Exists(folder));
        await Task.Delay(500);
        using (Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token);
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("cancelled", await error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData("eq.low_end_build_up", "01-eq-low-end-build-up")]
    [InlineData("../../evil\\x:y", "01-evil-x-y")]
    public void FolderName_AnyId_IsSafe(string id, string expected) => Assert.Equal(expected, AdviceFolder.FolderName(1, id));

    private static void AssertEquallyLoud(string folder)
    {
        double[] lufs = [.. ((string[])["before.wav", "after.wav"]).Select(name =>
        {
            TrackAnalysis analysis = TrackAnalyzer.Analyze(AudioFile.ReadAll(Path.Combine(folder, name)), AnalysisScope.Loudness);
            Assert.True(analysis.Extended.Loudness.TruePeakDbtp <= -0.09);
            return analysis.Extended.Loudness.IntegratedLufs!.Value;
        })];
        Assert.Equal(lufs[0], lufs[1], 0.1);
    }

    private static float[] Tone(double amplitude, double seconds) =>
        [.. Enumerable.Range(0, (int)(44_100 * seconds)).Select(frame => (float)(amplitude * Math.Sin(2 * Math.PI * 440 * frame / 44_100)))];

    private JsonElement[] FollowUps(string song, string former)
    {
        Assert.Equal(0, _at.Run("advise", song, "--out", Out, "--against", former).ExitCode);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Out, "song", "report.json")));
        string text = json.RootElement.GetProperty("follow_ups").GetRawText();
        File.Copy(Path.Combine(Out, "song", "report.json"), Path.Combine(_at.Path, "latest.json"), overwrite: true);
        return [.. JsonDocument.Parse(text).RootElement.EnumerateArray()];
    }

    // Notes of random pitch and level, twice a second; loud enough at 0 dB to come close to full scale.
    private string WriteSong(string name, double gainDb, int seed = 5)
    {
        Random random = new(seed);
        float[] left = new float[6 * 44_100], right = new float[left.Length];
        for (int at = 0; at < left.Length; at++)
        {
            left[at] = right[at] = (float)(0.01 * (random.NextDouble() - 0.5));
        }

        for (int start = 0; start < left.Length; start += 22_050)
        {
            double hz = 110 * Math.Pow(2, random.Next(36) / 12.0), level = 0.2 + (0.6 * random.NextDouble()), pan = random.NextDouble();
            for (int at = start; at < start + 22_050; at++)
            {
                double seconds = (at - start) / 44_100.0;
                double sample = level * Math.Exp(-2 * seconds) * Math.Sin(2 * Math.PI * hz * seconds);
                left[at] += (float)(sample * (1 - (0.5 * pan)));
                right[at] += (float)(sample * (0.5 + (0.5 * pan)));
            }
        }

        string path = Path.Combine(_at.Path, name);
        WavFile.Write(path, ChainRenderer.Render(new AudioBuffer([left, right], 44_100), [new GainSettings(gainDb)]));
        return path;
    }
}
