using System.Text.Json;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Midi;
using GrooveGuru.Core.Synthesis;

namespace GrooveGuru.Bridge.Tests.Cli;

public sealed class EvaluateDrumsCommandTests : IDisposable
{
    private const int SampleRateHz = 44_100;

    private readonly CommandLineFolder _at = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public void Midi_DrumsWithRightAndWrongTruth_ScoresBoth()
    {
        double[] beats = Play("drums.wav");
        string Strokes(double late) => string.Join(',', beats.Select((beat, at) =>
            FormattableString.Invariant($"{{\"onset\": {beat + late}, \"pitch\": {(at % 2 == 0 ? 36 : 38)}, \"velocity\": 100}}")));
        string truth = Path.Combine(_at.Path, "truth.json");
        File.WriteAllText(truth, $$"""
            [{"id": "right1", "file": "drums.wav", "drums": [{{Strokes(0)}}]},
             {"id": "wrong1", "file": "drums.wav", "drums": [{{Strokes(0.2)}}], "notes": [{"onset": 0, "offset": 1, "pitch": 60}]}]
            """);

        CommandLineResult result = _at.Run("evaluate", "midi", "--mode", "drums", "--truth", truth, "--audio", _at.Path, "--json", "-");

        Assert.Equal(0, result.ExitCode);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement groups = json.RootElement.GetProperty("groups"), alone = groups.GetProperty("drums alone");
        Assert.InRange(alone.GetProperty("kick").GetProperty("f1").GetDouble(), 0.9, 1);
        Assert.InRange(alone.GetProperty("snare").GetProperty("f1").GetDouble(), 0.9, 1);
        Assert.InRange(alone.GetProperty("onset_error_s").GetDouble(), 0, 0.01);
        Assert.Equal(0, groups.GetProperty("drums in a piece").GetProperty("kick").GetProperty("f1").GetDouble());
        Assert.Equal(2 * beats.Length, groups.GetProperty("all").GetProperty("all").GetProperty("strokes").GetInt32());
    }

    [Fact]
    public void Midi_DrumsWithoutKeys_SaysThatNoneAreKnown()
    {
        Play("drums.wav");
        string truth = Path.Combine(_at.Path, "truth.json");
        File.WriteAllText(truth, """[{"id": "a", "file": "drums.wav", "drums": [{"onset": 1}]}]""");
        CommandLineResult result = _at.Run("evaluate", "midi", "--mode", "drums", "--truth", truth, "--audio", _at.Path);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("has drums whose \"pitch\" is known", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Midi_ModeDrums_WritesATrackOnTheTenthChannel()
    {
        int strokes = Play("drums.wav").Length;
        CommandLineResult result = _at.Run("midi", "--mode", "drums", Path.Combine(_at.Path, "drums.wav"), "--out", Path.Combine(_at.Path, "out"));
        Assert.Equal(0, result.ExitCode);
        string file = Directory.EnumerateFiles(Path.Combine(_at.Path, "out"), "drums.mid", SearchOption.AllDirectories).Single();
        MidiTrack track = MidiFileReader.Read(file).Tracks.Single(track => track.Notes.Count > 0);
        Assert.Equal("Drums", track.Name);
        Assert.All(track.Notes, note => Assert.Equal(9, note.Channel));
        // A hat may be heard under a bright snare.
        Assert.InRange(track.Notes.Count(note => note.Pitch is 36 or 38), strokes - 2, strokes + 2);
    }

    private double[] Play(string name)
    {
        double[] beats = [.. Enumerable.Range(0, 24).Select(beat => 0.5 + (beat * 0.5))];
        float[] samples = new float[14 * SampleRateHz];
        DrumSynthesizer drummer = new(SampleRateHz, 1);
        for (int beat = 0; beat < beats.Length; beat++)
        {
            drummer.AddStroke(samples, beats[beat], beat % 2 == 0 ? DrumVoice.Kick : DrumVoice.Snare, 100);
        }

        WavFile.Write(Path.Combine(_at.Path, name), new AudioBuffer([[.. samples.Select(sample => 0.6f * sample)]], SampleRateHz));
        return beats;
    }
}
