using System.Text.Json;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Tests.Cli;

public sealed class EvaluateCommandTests : IDisposable
{
    private const int SampleRateHz = 44_100;

    private readonly CommandLineFolder _at = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public void Analysis_ClicksWithRightAndWrongTruth_ScoresBothByGroup()
    {
        double[] beats = [.. Enumerable.Range(0, 40).Select(beat => 0.5 + (beat * 0.5))];
        WriteClicks("clicks.wav", beats);
        string times = string.Join(',', beats.Select(beat => FormattableString.Invariant($"{beat}")));
        string off = string.Join(',', beats.Select(beat => FormattableString.Invariant($"{beat + 0.2}")));
        string truth = Write("truth.json", $$"""
            [{"id": "right1", "file": "clicks.wav", "bpm": 120, "beats": [{{times}}], "drums": [{{string.Join(',', beats.Select(beat => FormattableString.Invariant($"{{\"onset\": {beat}}}")))}}]},
             {"id": "wrong1", "file": "clicks.wav", "bpm": 100, "beats": [{{off}}], "key": "C major"},
             {"id": "gone1", "file": "gone.wav", "bpm": 100}]
            """);

        CommandLineResult result = _at.Run("evaluate", "analysis", "--truth", truth, "--audio", _at.Path, "--json", "-");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("1 of 3 pieces have no file", result.Error, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement means = json.RootElement.GetProperty("means"), right = means.GetProperty("right"), wrong = means.GetProperty("wrong");
        Assert.Equal(1, right.GetProperty("tempo_accuracy_1").GetDouble());
        Assert.InRange(right.GetProperty("beat_f").GetDouble(), 0.95, 1);
        Assert.InRange(right.GetProperty("onset_f").GetDouble(), 0.95, 1);
        Assert.False(right.TryGetProperty("key_exact", out _));
        Assert.Equal(0, wrong.GetProperty("tempo_accuracy_1").GetDouble());
        Assert.Equal(0, wrong.GetProperty("beat_f").GetDouble());
        Assert.Equal(0, wrong.GetProperty("key_exact").GetDouble());
        Assert.Equal(0.5, means.GetProperty("all").GetProperty("tempo_accuracy_2").GetDouble());
        Assert.Equal(2, json.RootElement.GetProperty("tempo_reliability").EnumerateArray().Sum(bin => bin.GetProperty("count").GetInt32()));
    }

    [Fact]
    public void Analysis_Table_NamesTheMisses()
    {
        WriteClicks("clicks.wav", [.. Enumerable.Range(0, 30).Select(beat => beat * 0.5)]);
        string truth = Write("truth.json", """[{"id": "click7", "file": "clicks.wav", "bpm": 95}]""");

        CommandLineResult result = _at.Run("evaluate", "analysis", "--truth", truth, "--audio", _at.Path);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("click7: heard", result.Output, StringComparison.Ordinal);
        Assert.Contains("true 95 BPM", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no json", "is no JSON")]
    [InlineData("{}", "is no list of pieces")]
    [InlineData("[{\"id\": \"a\"}]", "entry 1: there is no \"file\"")]
    [InlineData("[{\"id\": null, \"file\": \"a.wav\"}]", "entry 1: there is no \"id\"")]
    [InlineData("[3]", "entry 1: 3 is none")]
    [InlineData("[{\"id\": \"a\", \"file\": \"a.wav\", \"key\": \"H dur\"}]", "\"key\": \"H dur\" is no key")]
    [InlineData("[{\"id\": \"a\", \"file\": \"a.wav\", \"bpm\": \"fast\"}]", "\"bpm\": \"fast\" is no number")]
    [InlineData("[{\"id\": \"a\", \"file\": \"a.wav\", \"bpm\": 0}]", "a tempo lies above 0")]
    [InlineData("[{\"id\": \"a\", \"file\": \"a.wav\", \"bpm\": 1e400}]", "1e400 is no number")]
    [InlineData("[{\"id\": \"a\", \"file\": \"a.wav\", \"meter\": 4}]", "\"meter\": 4 is no text")]
    [InlineData("[{\"id\": \"a\", \"file\": \"a.wav\", \"beats\": [1, 3, 2]}]", "\"beats\" 3: the times must rise")]
    [InlineData("[{\"id\": \"a\", \"file\": \"a.wav\", \"chords\": [{}]}]", "\"chords\" 1: a chord is a list")]
    [InlineData("[{\"id\": \"a\", \"file\": \"a.wav\", \"chords\": [[0, 1, \"Hmoll\"]]}]", "\"Hmoll\" is no chord label")]
    [InlineData("[{\"id\": \"a\", \"file\": \"a.wav\"}, {\"id\": \"a\", \"file\": \"a.wav\"}]", "entry 2: there is another piece")]
    [InlineData("[]", "None of the 0 files")]
    public void Analysis_BadTruth_SaysWhatIsWrong(string content, string message)
    {
        CommandLineResult result = _at.Run("evaluate", "analysis", "--truth", Write("truth.json", content), "--audio", _at.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Analysis_FolderOfAudioMissing_SaysSo()
    {
        CommandLineResult result = _at.Run("evaluate", "analysis", "--truth", Write("truth.json", "[]"), "--audio", "gone");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("There is no folder gone", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Analysis_ShortNamesOfKeysAndHarteChords_AreRead()
    {
        WriteClicks("clicks.wav", [0.5, 1, 1.5]);
        string truth = Write("truth.json", """
            [{"id": "a", "file": "clicks.wav", "key": "Em", "chords": [[0, 1, "A:min"], [1, 2, "N"]]},
             {"id": "b", "file": "clicks.wav", "key": "c major", "chords": [[0, 1, "B:dim"]]}, {"id": "c", "file": "clicks.wav", "key": "C"}]
            """);

        CommandLineResult result = _at.Run("evaluate", "analysis", "--truth", truth, "--audio", _at.Path, "--json", "-");

        Assert.Equal(0, result.ExitCode);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement means = json.RootElement.GetProperty("means");
        Assert.True(means.GetProperty("a").TryGetProperty("chord_recall", out _));
        Assert.False(means.GetProperty("b").TryGetProperty("chord_recall", out _)); // no chord of it can be scored
    }

    [Fact]
    public void Analysis_WithoutTruth_IsWrongUsage() => Assert.Equal(2, _at.Run("evaluate", "analysis", "--audio", _at.Path).ExitCode);

    private string Write(string name, string content)
    {
        string path = Path.Combine(_at.Path, name);
        File.WriteAllText(path, content);
        return path;
    }

    private void WriteClicks(string name, double[] timesSeconds)
    {
        AudioBuffer audio = new(1, (int)((timesSeconds[^1] + 1) * SampleRateHz), SampleRateHz);
        foreach (double time in timesSeconds)
        {
            int first = (int)(time * SampleRateHz);
            for (int i = 0; i < 2000; i++)
            {
                audio.Channel(0)[first + i] += (float)(0.5 * Math.Exp(-i / 300.0) * Math.Sin(2 * Math.PI * 1800 * i / SampleRateHz));
            }
        }

        WavFile.Write(Path.Combine(_at.Path, name), audio);
    }
}
