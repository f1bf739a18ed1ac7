using GrooveGuru.Bridge.Reporting.Page;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Midi;

namespace GrooveGuru.Bridge.Tests.Reporting.Page;

/// <summary>Pages of notes to be looked at.</summary>
internal static class NotesPages
{
    public const int SampleRateHz = 44100;

    /// <summary>A song of notes, one each half second, with drums beside it.</summary>
    public static NotesPageContent Content(int notes = 40, string title = "song.wav", double stepQuarters = 1) => new()
    {
        Title = title,
        Files =
        [
            ("./notes.mid", Song(new MidiTrack("Keys", 0, [.. Enumerable.Range(0, notes).Select(index => new MidiNote(
                (long)(index * stepQuarters * 960), 480, 48 + (index * 7 % 36), 40 + (index % 80)))]))),
            ("./drums.mid", Song(new MidiTrack("Drums", null, [.. Enumerable.Range(0, 8).Select(index => new MidiNote(
                index * 960, 120, index % 2 == 0 ? 36 : 38, 100, MidiTrack.DrumChannel))]))),
        ],
        DurationSeconds = notes * stepQuarters / 2,
    };

    public static MidiSong Song(params MidiTrack[] tracks) => new()
    {
        Tempos = [MidiTempoChange.FromBpm(0, 120)],
        Meters = [new MidiMeterChange(0, 3, 4)],
        Keys = [MidiKeyChange.FromName(0, "D minor")!],
        Tracks = tracks,
    };

    public static string Html(NotesPageContent content)
    {
        using MemoryStream stream = new();
        NotesPage.Write(stream, content);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Writes a page with its preview beside it: a tone of one level on the left, of another on the right.</summary>
    public static string Write(string folder, NotesPageContent content, double seconds = 20, string previewName = "preview.wav")
    {
        float[][] sides =
        [
            [.. Enumerable.Range(0, (int)(seconds * SampleRateHz)).Select(frame => 0.5f * MathF.Sin(frame * 0.06f))],
            [.. Enumerable.Range(0, (int)(seconds * SampleRateHz)).Select(frame => 0.25f * MathF.Sin(frame * 0.09f))],
        ];
        WavFile.Write(Path.Combine(folder, previewName), new AudioBuffer(sides, SampleRateHz), WavFormat.Pcm16);
        string page = Path.Combine(folder, "page.html");
        File.WriteAllText(page, Html(content with { PreviewAddress = RelativeAddress.Of(Path.Combine(folder, previewName), page) }));
        return page;
    }
}
