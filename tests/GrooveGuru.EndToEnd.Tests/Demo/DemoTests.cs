using System.Text.Json.Nodes;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.DemoSong;
using GrooveGuru.Core.Midi;
using GrooveGuru.Core.Separation.Evaluation;
using GrooveGuru.Core.Transcription.Evaluation;
using GrooveGuru.EndToEnd.Tests.Bridge;
using GrooveGuru.EndToEnd.Tests.HostDriven;
using GrooveGuru.EndToEnd.Tests.Processes;

namespace GrooveGuru.EndToEnd.Tests.Demo;

/// <summary>The product's main job as the demo does it, against what is true of the demo song.</summary>
public sealed class DemoTests : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);
    private readonly MeetingPlace _place = new();
    private readonly string _out = Directory.CreateTempSubdirectory("gg demo João #").FullName;

    [ProductFact]
    public async Task Demo_OurOwnSong_ComesBackAsAdviceStemsAndMidi()
    {
        ProcessOutput output = (await RunAsync()).AssertSucceeded();

        DemoSongRendering song = DemoSongRenderer.Render();
        string folder = Path.Combine(_out, "demo-song");
        JsonNode report = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "report.json")))!;
        Assert.Equal(song.Truth.TempoBpm, (double)report["features"]!["tempo"]!["value"]!, 0.04 * song.Truth.TempoBpm);
        Assert.Equal(song.Truth.Key, (string?)report["features"]!["key"]!["value"]);
        string[] advice = [.. report["recommendations"]!.AsArray().Select(recommendation => (string)recommendation!["id"]!)];
        Assert.All(song.Truth.PlantedFlaws, flaw => Assert.Contains(flaw.RuleId, advice));
        Assert.All(report["recommendations"]!.AsArray(), recommendation => Assert.NotEmpty(recommendation!["evidence"]!.AsArray()));
        Assert.Contains("bit for bit", output.Text, StringComparison.Ordinal);
        Assert.InRange(F1(song, Path.Combine(folder, "notes.mid"), DemoSongParts.Bass, DemoSongParts.Chords, DemoSongParts.Lead), 0.55, 1);
        Assert.InRange(F1(song, Path.Combine(folder, "drums.mid"), DemoSongParts.Drums), 0.85, 1);
        AssertStems(song, folder);
        Assert.Equal(song.Mix.DurationSeconds, AudioFile.ReadAll(Path.Combine(folder, "preview.wav")).DurationSeconds, 0.5);
        string page = await File.ReadAllTextAsync(Path.Combine(folder, "midi.html"));
        Assert.All(
            (string[])["src=\"./preview.wav\"", "href=\"./notes.mid\"", "href=\"./drums.mid\""],
            address => Assert.Contains(address, page, StringComparison.Ordinal));
    }

    [ProductFact]
    public async Task Demo_TenMilliseconds_EndsWithWhatCannotBeMeasured()
    {
        string path = Path.Combine(_out, "click.wav");
        AudioBuffer click = new(1, 441, 44100);
        click.Channel(0)[5] = 0.5f;
        WavFile.Write(path, click);

        (await RunAsync(path)).AssertSucceeded();

        JsonNode report = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_out, "click", "report.json")))!;
        Assert.NotNull(report["features"]!["tempo"]!["not_measurable"]);
    }

    [ProductFact]
    public async Task Demo_NoAudioFile_FailsWithOneSentence()
    {
        string path = Path.Combine(_out, "words.wav");
        await File.WriteAllTextAsync(path, "these are only words");

        ProcessOutput output = await RunAsync(path);

        Assert.Equal(1, output.ExitCode);
        Assert.Single(output.Text.Trim().Split('\n'));
        Assert.False(Directory.Exists(Path.Combine(_out, "words")));
    }

    public void Dispose()
    {
        _place.Dispose();
        Directory.Delete(_out, recursive: true);
    }

    private static double F1(DemoSongRendering song, string path, params string[] parts)
    {
        MidiSong midi = MidiFileReader.Read(path);
        ScoredNote[] truth = [.. song.Truth.Notes
            .Where(note => parts.Contains(note.Part))
            .Select(note => new ScoredNote(note.OnsetSeconds, note.OffsetSeconds, note.MidiPitch))];
        ScoredNote[] answer = [.. midi.Tracks.SelectMany(track => track.Notes).Select(note => new ScoredNote(
            midi.SecondsAt(note.StartTicks), midi.SecondsAt(note.StartTicks + note.LengthTicks), note.Pitch))];
        return NoteScore.Compare(truth, answer).F1;
    }

    private static void AssertStems(DemoSongRendering song, string folder)
    {
        AudioBuffer harmonic = AudioFile.ReadAll(Path.Combine(folder, "harmonic.wav"));
        AudioBuffer percussive = AudioFile.ReadAll(Path.Combine(folder, "percussive.wav"));
        AudioBuffer sum = harmonic.Clone();
        for (int channel = 0; channel < sum.ChannelCount; channel++)
        {
            for (int frame = 0; frame < sum.FrameCount; frame++)
            {
                sum.Channel(channel)[frame] += percussive.Channel(channel)[frame];
            }
        }

        Assert.True(SeparationScore.Compare(song.Mix, sum).SdrDb > 90);
        AudioBuffer drums = song.Stems[DemoSongParts.Drums];
        double itself = SeparationScore.Compare(drums, song.Mix).ScaleInvariantSdrDb;
        Assert.True(SeparationScore.Compare(drums, percussive).ScaleInvariantSdrDb > itself + 6);
    }

    private Task<ProcessOutput> RunAsync(params string[] audio) => ExternalProcess.RunAsync(
        Product.Bridge,
        ["demo", .. audio, "--bundle", Product.Bundle, "--host", Product.Host, "--out", _out],
        _place.Environment,
        Timeout);
}
