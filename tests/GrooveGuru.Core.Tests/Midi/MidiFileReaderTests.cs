using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Midi;

namespace GrooveGuru.Core.Tests.Midi;

public class MidiFileReaderTests
{
    private static byte[] Header(int format = 0, int tracks = 1, int division = 96) =>
        [.. "MThd"u8, 0, 0, 0, 6, 0, (byte)format, 0, (byte)tracks, (byte)(division >> 8), (byte)division];

    private static byte[] Track(params byte[] events) => [.. "MTrk"u8, 0, 0, 0, (byte)events.Length, .. events];

    private static byte[] Long(byte[] events) =>
        [.. "MTrk"u8, 0, 0, (byte)(events.Length >> 8), (byte)events.Length, .. events];

    private static void AssertSound(byte[] file)
    {
        try
        {
            MidiSong song = MidiFileReader.Read(file);
            Assert.All(song.Tracks.SelectMany(track => track.Notes), note =>
                Assert.True(note is { StartTicks: >= 0, LengthTicks: > 0, Pitch: >= 0 and <= 127, Velocity: >= 1 and <= 127, Channel: >= 0 and <= 15 }));
            Assert.All(song.Tracks.SelectMany(track => track.Bends), bend => Assert.InRange(bend.Value, -8192, 8191));
        }
        catch (InvalidMidiException error)
        {
            Assert.NotEmpty(error.Reason);
        }
    }

    [Fact]
    public void Read_RunningStatusAndVelocityZero_AreNotes()
    {
        byte[] file = [.. Header(), .. Track(0, 0x90, 60, 100, 48, 60, 0, 0, 62, 90, 96, 62, 0, 0, 0xFF, 0x2F, 0)];
        MidiSong song = MidiFileReader.Read(file);
        Assert.Equal([new MidiNote(0, 48, 60, 100), new MidiNote(48, 96, 62, 90)], song.Tracks.Single().Notes);
    }

    [Fact]
    public void Read_UnknownChunksSysexAndMetas_AreSkipped()
    {
        byte[] unknown = [.. "XFIH"u8, 0, 0, 0, 3, 1, 2, 3];
        byte[] events = [0, 0xF0, 2, 1, 0xF7, 0, 0xFF, 0x7F, 1, 5, 0, 0xB0, 7, 100, 0, 0xE0, 0, 64, 0, 0x91, 60, 100, 10, 0x81, 60, 0];
        MidiSong song = MidiFileReader.Read([.. unknown, .. Header(), .. unknown, .. Track(events)]);
        Assert.Equal([new MidiNote(0, 10, 60, 100, 1)], song.Tracks.Single().Notes);
    }

    [Fact]
    public void Read_CutShort_KeepsWhatIsThere()
    {
        byte[] file = [.. Header(), .. Track(0, 0x90, 60, 100, 48, 60, 0, 0, 62, 90, 96, 62, 0)];
        for (int length = 14; length < file.Length; length++)
        {
            MidiSong song = MidiFileReader.Read(file.AsSpan(0, length));
            Assert.True(song.Tracks.Count <= 1);
        }

        Assert.Equal(2, MidiFileReader.Read(file.AsSpan(0, file.Length - 3)).Tracks.Single().Notes.Count);
    }

    [Fact]
    public void Read_NoMidi_SaysSo()
    {
        Assert.Throws<InvalidMidiException>(() => MidiFileReader.Read("RIFF and so on, not MIDI"u8));
        Assert.Throws<InvalidMidiException>(() => MidiFileReader.Read([]));
        Assert.Throws<InvalidMidiException>(() => MidiFileReader.Read(Header(format: 2)));
        Assert.Throws<InvalidMidiException>(() => MidiFileReader.Read(Header(division: 0xE728)));
        Assert.Throws<InvalidMidiException>(() => MidiFileReader.Read(Header(division: 0)));
        Assert.Throws<InvalidMidiException>(() => MidiFileReader.Read(Path.Combine(Path.GetTempPath(), "no such song.mid")));
    }

    [Fact]
    public void Read_DamagedBytes_GivesASongOrInvalidMidi()
    {
        using var stream = new MemoryStream();
        MidiFileWriter.Write(MidiFileWriterTests.ExampleSong, stream);
        byte[] intact = stream.ToArray();
        var random = new Random(11);
        for (int round = 0; round < 3000; round++)
        {
            byte[] damaged = (byte[])intact.Clone();
            for (int count = random.Next(1, 8); count > 0; count--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                MidiSong song = MidiFileReader.Read(damaged);
                Assert.All(song.Tracks.SelectMany(track => track.Notes), note =>
                    Assert.True(note is { LengthTicks: > 0, Pitch: >= 0 and <= 127, Velocity: >= 0 and <= 127 }));
            }
            catch (InvalidMidiException error)
            {
                Assert.NotEmpty(error.Reason);
            }
        }
    }

    [Fact]
    public void Read_ArbitraryBytes_GivesASongThatHoldsToItsBounds()
    {
        // Bare bytes, and bytes behind a sound beginning, which lead further into the reader.
        var bytes = ArbMap.Default.ArbFor<byte[]>().Generator;
        var events =
            from status in Gen.Elements<byte>(0x80, 0x90, 0xA5, 0xB3, 0xC0, 0xD1, 0xE9, 0xF0, 0xF7, 0xFF)
            from rest in bytes
            select (byte[])[0, status, .. rest];
        var files = Gen.OneOf(bytes, bytes.Select(rest => (byte[])[.. Header(), .. rest]), events.Select(track => (byte[])[.. Header(), .. Long(track)]));
        Prop.ForAll(files.ToArbitrary(), AssertSound).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void Read_PitchWheelAndControllers_AreKept()
    {
        MidiSong song = MidiFileReader.Read([.. Header(), .. Track(0, 0xB0, 101, 0, 10, 0xE2, 0x7F, 0x7F, 0, 0, 0x40)]);
        Assert.Equal([new MidiControlChange(0, 101, 0)], song.Tracks.Single().Controls);
        Assert.Equal([new MidiPitchBend(10, 8191, 2), new MidiPitchBend(10, 0, 2)], song.Tracks.Single().Bends);
    }

    [SharedFact]
    public void Read_FileOfAnotherProgram_HasTheNotesThatWerePlayed()
    {
        // Ticks are rounded to the file's own grid, so a note may be off by a few milliseconds.
        const double ToleranceSeconds = 0.01;
        using JsonDocument truth = JsonDocument.Parse(File.ReadAllText(SharedData.Path("audio/rendered/truth.json")));
        JsonElement piece = truth.RootElement.EnumerateArray().Single(entry => entry.GetProperty("id").GetString() == "nott00_reelsm-q36");
        MidiSong song = MidiFileReader.Read(SharedData.Path("audio/rendered/nott00_reelsm-q36.mid"));
        double[] played = song.Tracks.SelectMany(track => track.Notes)
            .Where(note => note.Channel != 9)
            .Select(note => song.SecondsAt(note.StartTicks))
            .Order()
            .ToArray();
        double[] expected = piece.GetProperty("notes").EnumerateArray()
            .Select(note => note.GetProperty("onset").GetDouble())
            .Order()
            .ToArray();
        Assert.Equal(expected.Length, played.Length);
        Assert.All(expected.Zip(played), pair => Assert.Equal(pair.First, pair.Second, ToleranceSeconds));
    }
}
