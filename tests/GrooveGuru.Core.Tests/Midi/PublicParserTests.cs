using System.Text;
using System.Text.Json;
using GrooveGuru.Core.Midi;

namespace GrooveGuru.Core.Tests.Midi;

/// <summary>What a public parser that we did not write reads of our files.</summary>
public class PublicParserTests
{
    [NodeMidiFact]
    public void ExampleSong_ReadByThePublicParser_IsWhatWeWrote() => AssertAgrees(MidiFileWriterTests.ExampleSong);

    [NodeMidiFact]
    public void LongSong_ReadByThePublicParser_IsWhatWeWrote()
    {
        var random = new Random(17);
        AssertAgrees(new MidiSong
        {
            Tempos = [.. Enumerable.Range(0, 60).Select(index => new MidiTempoChange(index * 3840L, random.Next(200000, 2000000)))],
            Meters = [new MidiMeterChange(0, 6, 8)],
            Keys = [new MidiKeyChange(0, -5, false)],
            Tracks =
            [
                new MidiTrack("Keys", 0, [.. Enumerable.Range(0, 500).Select(index => new MidiNote(index * 700L, random.Next(1, 700), random.Next(128), random.Next(1, 128)))])
                {
                    Bends = [.. Enumerable.Range(0, 200).Select(index => new MidiPitchBend(index * 101L, random.Next(-8192, 8192)))],
                },
                new MidiTrack("Drums", null, [.. Enumerable.Range(0, 300).Select(index => new MidiNote(index * 480L, 60, random.Next(35, 60), 100, MidiTrack.DrumChannel))]),
            ],
        });
    }

    [NodeMidiFact]
    public void OneNoteWritten_AnotherExpected_IsSeen()
    {
        MidiSong wrong = MidiFileWriterTests.ExampleSong with { Tracks = [MidiFileWriterTests.ExampleSong.Tracks[1], MidiFileWriterTests.ExampleSong.Tracks[0]] };
        Assert.NotEqual(Written(wrong), Parsed(MidiFileWriterTests.ExampleSong));
    }

    private static void AssertAgrees(MidiSong song) => Assert.Equal(Written(song), Parsed(song));

    // Both as lines of text, in an order of their own: how events of one place are ordered is our tests' business.
    private static string[] Written(MidiSong song)
    {
        List<string> lines = [$"format 1, {song.Tracks.Count + 1} tracks, {song.TicksPerQuarter} ticks"];
        lines.AddRange(song.Tempos.Select(tempo => $"0 {tempo.Ticks} setTempo {tempo.MicrosecondsPerQuarter}"));
        lines.AddRange(song.Meters.Select(meter => $"0 {meter.Ticks} timeSignature {meter.Numerator}/{meter.Denominator}"));
        lines.AddRange(song.Keys.Select(key => $"0 {key.Ticks} keySignature {key.SharpsOrFlats} {(key.IsMinor ? 1 : 0)}"));
        for (int index = 0; index < song.Tracks.Count; index++)
        {
            MidiTrack track = song.Tracks[index];
            int number = index + 1;
            lines.Add($"{number} 0 trackName {track.Name}");
            lines.AddRange(track.Program is null ? [] : [$"{number} 0 programChange {track.Program}"]);
            lines.AddRange(track.Notes.Select(note => $"{number} {note.StartTicks} noteOn {note.Channel} {note.Pitch} {note.Velocity}"));
            lines.AddRange(track.Notes.Select(note => $"{number} {note.StartTicks + note.LengthTicks} noteOff {note.Channel} {note.Pitch} 64"));
            lines.AddRange(track.Controls.Select(control => $"{number} {control.Ticks} controller {control.Controller} {control.Value}"));
            lines.AddRange(track.Bends.Select(bend => $"{number} {bend.Ticks} pitchBend {bend.Value}"));
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static string[] Parsed(MidiSong song)
    {
        using TemporaryFolder folder = new();
        MidiFileWriter.Write(song, folder.File("song.mid"));
        using JsonDocument read = NodeMidiParser.Read(folder.File("song.mid"));
        JsonElement header = read.RootElement.GetProperty("header");
        List<string> lines = [$"format {header.GetProperty("format")}, {header.GetProperty("numTracks")} tracks, {header.GetProperty("ticksPerBeat")} ticks"];
        int number = 0;
        foreach (JsonElement track in read.RootElement.GetProperty("tracks").EnumerateArray())
        {
            lines.AddRange(track.EnumerateArray().Select(Described).Where(text => text is not null).Select(text => $"{number} {text}"));
            number++;
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static string? Described(JsonElement sent)
    {
        string Value(string name) => sent.GetProperty(name).ToString();
        string type = Value("type");
        string? values = type switch
        {
            "setTempo" => Value("microsecondsPerBeat"),
            "timeSignature" => $"{Value("numerator")}/{Value("denominator")}",
            "keySignature" => $"{Value("key")} {Value("scale")}",
            "trackName" => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(Value("text"))), // it reads bytes as letters
            "programChange" => Value("programNumber"),
            "noteOn" or "noteOff" => $"{Value("channel")} {Value("noteNumber")} {Value("velocity")}",
            "controller" => $"{Value("controllerType")} {Value("value")}",
            "pitchBend" => Value("value"),
            "endOfTrack" => null,
            _ => "unexpected",
        };
        return values is null ? null : $"{Value("ticks")} {type} {values}";
    }
}
