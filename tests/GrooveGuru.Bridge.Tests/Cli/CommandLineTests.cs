using System.Text.Json;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Tests.Cli;

/// <summary>The command line as its users meet it: a process, its exit code and what it prints.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly CommandLineFolder _at = new();

    private string Folder => _at.Path;

    public void Dispose() => _at.Dispose();

    [Theory]
    [InlineData("serve")]
    [InlineData("analyze")]
    [InlineData("stems")]
    [InlineData("midi")]
    [InlineData("demo")]
    [InlineData("doctor")]
    public void Verb_Help_NamesItsOptions(string verb)
    {
        CommandLineResult result = _at.Run(verb, "--help");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Usage:", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData("analyse", "song.wav")]
    [InlineData("analyze")]
    [InlineData("stems", "--out")]
    [InlineData("serve", "--tcp-port", "99999")]
    [InlineData("demo", "--speed", "fast")]
    [InlineData("analyze", "")]
    [InlineData("analyze", "--bogus", "song.wav")]
    [InlineData("analyze", "song.wav", "--json", "")]
    [InlineData("analyze", "song.wav", "--html")]
    [InlineData("analyze", "song.wav", "--duration", "abc")]
    [InlineData("analyze", "song.wav", "--duration", "inf")]
    [InlineData("analyze", "song.wav", "--start", "NaN")]
    [InlineData("analyze", "song.wav", "--start", "1:75")]
    [InlineData("analyze", "song.wav", "--json", "--html", "x")]
    [InlineData("stems", "song.wav", "--json")]
    [InlineData("evaluate", "analysis", "--json")]
    [InlineData("models")]
    [InlineData("models", "nonsense")]
    public void WrongUsage_Exits2WithAHint(params string[] arguments)
    {
        CommandLineResult result = _at.Run(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--help", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongUsage_SaysWhatWouldBeRightInWords()
    {
        Assert.Contains(
            "--start: \"abc\" is no time; 90, 1.5 or 1:30 would be.", _at.Run("analyze", "a.wav", "--start", "abc").Error, StringComparison.Ordinal);
        Assert.Contains("evaluate analysis --help", _at.Run("evaluate", "analysis").Error, StringComparison.Ordinal);
        Assert.Equal("grooveguru: There is no verb 'analyse'; grooveguru --help lists them.", _at.Run("analyse", "a.wav").Error.TrimEnd());
        Assert.StartsWith("grooveguru: 'models' needs to know what: list, pull, add, verify, remove.", _at.Run("models").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.wav", null)]
    [InlineData("empty.wav", "")]
    [InlineData("text.wav", "this is no audio at all, only words")]
    [InlineData("truncated.wav", "RIFF\u0010\0\0\0WAVEfmt ")]
    [InlineData("text.flac", "neither is this")]
    public void BadInput_EveryVerb_Exits1WithOneSentenceAndWritesNothing(string name, string? content)
    {
        string path = Path.Combine(Folder, name);
        if (content is not null)
        {
            File.WriteAllText(path, content);
        }

        foreach (string verb in (string[])["analyze", "stems", "midi"])
        {
            string[] outOption = verb == "analyze" ? [] : ["--out", Path.Combine(Folder, "out")];
            CommandLineResult result = _at.Run([verb, path, .. outOption]);

            Assert.Equal(1, result.ExitCode);
            Assert.Contains(name, result.Error, StringComparison.Ordinal);
            Assert.Single(result.Error.TrimEnd().Split('\n'));
            Assert.DoesNotContain("Exception", result.Error, StringComparison.Ordinal);
            Assert.False(Directory.Exists(Path.Combine(Folder, "out")));
        }
    }

    [Fact]
    public void Analyze_Json_IsKeyedByFeatureIds()
    {
        string path = _at.WriteTone("tone.wav", seconds: 4);

        CommandLineResult result = _at.Run("analyze", path, "--json", "-");

        Assert.Equal(0, result.ExitCode);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement features = json.RootElement.GetProperty("features");
        Assert.InRange(features.GetProperty("spectral_centroid").GetProperty("value").GetDouble(), 300, 1500);
        Assert.Equal("Hz", features.GetProperty("spectral_centroid").GetProperty("unit").GetString());
        double lufs = json.RootElement.GetProperty("extended").GetProperty("loudness").GetProperty("integrated_lufs").GetDouble();
        Assert.InRange(lufs, -30, -5);
    }

    [Fact]
    public void Analyze_Silence_SaysWhatCannotBeMeasured()
    {
        string path = Path.Combine(Folder, "silence.wav");
        WavFile.Write(path, new AudioBuffer(2, 44100, 44100));

        CommandLineResult result = _at.Run("analyze", path, "--json", "-");

        Assert.Equal(0, result.ExitCode);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement rms = json.RootElement.GetProperty("features").GetProperty("rms");
        Assert.Equal(JsonValueKind.Null, rms.GetProperty("value").ValueKind);
        Assert.NotEmpty(rms.GetProperty("not_measurable").GetString()!);
        Assert.Equal(0, json.RootElement.GetProperty("recommendations").GetArrayLength());
    }

    [Fact]
    public void Stems_Tone_SumToTheOriginal()
    {
        string path = _at.WriteTone("tone.wav", seconds: 3);

        CommandLineResult result = _at.Run("stems", path, "--out", Path.Combine(Folder, "out"));

        Assert.Equal(0, result.ExitCode);
        AudioBuffer original = AudioFile.ReadAll(path);
        AudioBuffer harmonic = AudioFile.ReadAll(Path.Combine(Folder, "out", "tone", "harmonic.wav"));
        AudioBuffer percussive = AudioFile.ReadAll(Path.Combine(Folder, "out", "tone", "percussive.wav"));
        Assert.Equal(original.FrameCount, harmonic.FrameCount);
        for (int frame = 0; frame < original.FrameCount; frame++)
        {
            Assert.Equal(original.Channel(0)[frame], harmonic.Channel(0)[frame] + percussive.Channel(0)[frame], 1e-4f);
        }
    }

    [Fact]
    public void Stems_TwoInputsOfOneName_KeepFoldersOfTheirOwn()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "b"));
        string first = _at.WriteTone("tone.wav", seconds: 1);
        string second = _at.WriteTone(Path.Combine("b", "tone.wav"), seconds: 2);

        CommandLineResult result = _at.Run("stems", first, second, "--out", Path.Combine(Folder, "out"));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(44100, AudioFile.ReadAll(Path.Combine(Folder, "out", "tone", "harmonic.wav")).FrameCount);
        Assert.Equal(88200, AudioFile.ReadAll(Path.Combine(Folder, "out", "tone-2", "harmonic.wav")).FrameCount);
    }

    [Fact]
    public void Doctor_Json_NamesEveryPart()
    {
        CommandLineResult result = _at.Run("doctor", "--json", "-");

        using JsonDocument json = JsonDocument.Parse(result.Output);
        string[] subjects = [.. json.RootElement.EnumerateArray().Select(finding => finding.GetProperty("subject").GetString()!)];
        foreach (string subject in (string[])["Endpoint file", "Socket", "Token", "Bridge", "Plugin", "Models", "ONNX Runtime", "libsndfile", "Cache folder", "Ardour"])
        {
            Assert.Contains(subject, subjects);
        }
    }
}
