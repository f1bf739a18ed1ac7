using FsCheck;
using FsCheck.Fluent;
using GrooveGuru.Core.Midi;

namespace GrooveGuru.Core.Tests.Midi;

public class MidiFileWriterTests
{
    internal static MidiSong ExampleSong { get; } = new()
    {
        Tempos = [MidiTempoChange.FromBpm(0, 112), MidiTempoChange.FromBpm(3840, 90)],
        Meters = [new MidiMeterChange(0, 3, 4), new MidiMeterChange(3840, 7, 8)],
        Keys = [new MidiKeyChange(0, -1, true)],
        Tracks =
        [
            new MidiTrack("Melodie für zwei", 80, [new MidiNote(0, 960, 69, 100), new MidiNote(960, 480, 71, 90)])
            {
                Bends = [new MidiPitchBend(100, 8191), new MidiPitchBend(200, -8192), new MidiPitchBend(960, 0)],
                Controls = MidiControlChange.BendRange(0, 2, 0),
            },
            new MidiTrack("Drums", null, [new MidiNote(0, 120, 36, 127, 9), new MidiNote(960, 120, 38, 1, 9)]),
        ],
    };

    [Fact]
    public void Write_ThenRead_IsTheSameSong() => AssertSame(ExampleSong, RoundTrip(ExampleSong));

    [Fact]
    public void Write_AnySong_ComesBack()
    {
        // Notes of one pitch on one channel do not overlap here: a MIDI file cannot say which of them ends.
        var gen =
            from seed in Gen.Choose(0, int.MaxValue)
            from tracks in Gen.Choose(0, 4)
            from ticks in Gen.Choose(1, 0x7FFF)
            select Any(new Random(seed), tracks, ticks);
        Prop.ForAll(gen.ToArbitrary(), song => AssertSame(song, RoundTrip(song))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Write_ToAFile_LeavesNothingBesideIt()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("song.mid");
        MidiFileWriter.Write(ExampleSong, path);
        MidiFileWriter.Write(ExampleSong, path);
        Assert.Equal([path], Directory.GetFiles(folder.Root));
        AssertSame(ExampleSong, MidiFileReader.Read(path));
    }

    [Fact]
    public void Write_Refused_LeavesTheOldFileAlone()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("song.mid");
        MidiFileWriter.Write(ExampleSong, path);
        MidiSong wrong = ExampleSong with { Tracks = [new MidiTrack("x", 0, [new MidiNote(0, 10, 128, 100)])] };
        Assert.Throws<ArgumentException>(() => MidiFileWriter.Write(wrong, path));
        AssertSame(ExampleSong, MidiFileReader.Read(path));
    }

    public static TheoryData<MidiNote> NotesThatDoNotFit => new()
    {
        new MidiNote(-1, 10, 60, 100),
        new MidiNote(0, 0, 60, 100),
        new MidiNote(0, 10, -1, 100),
        new MidiNote(0, 10, 60, 0),
        new MidiNote(0, 10, 60, 128),
        new MidiNote(0, 10, 60, 100, 16),
        new MidiNote(long.MaxValue / 2, 10, 60, 100),
    };

    [Theory]
    [MemberData(nameof(NotesThatDoNotFit))]
    public void Write_NoteThatDoesNotFit_IsRefused(MidiNote note)
    {
        using var stream = new MemoryStream();
        Assert.Throws<ArgumentException>(() => MidiFileWriter.Write(new MidiSong { Tracks = [new MidiTrack("", null, [note])] }, stream));
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void Write_BendOrControllerThatDoesNotFit_IsRefused()
    {
        MidiTrack track = new("", null, []);
        AssertRefused(track with { Bends = [new MidiPitchBend(0, 8192)] });
        AssertRefused(track with { Bends = [new MidiPitchBend(-1, 0)] });
        AssertRefused(track with { Controls = [new MidiControlChange(0, 128, 0)] });
        AssertRefused(track with { Controls = [new MidiControlChange(0, 7, 0, 16)] });
    }

    [Fact]
    public void Write_OnePitchTwiceAtOnce_IsRefused()
    {
        AssertRefused(new MidiTrack("", null, [new MidiNote(0, 20, 60, 100), new MidiNote(5, 5, 60, 90)]));
        AssertRefused(new MidiTrack("", null, [new MidiNote(0, 20, 60, 100), new MidiNote(0, 20, 60, 90)]));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(12)]
    public void BendRangeOf_WhatBendRangeGives_IsTheSame(int semitones)
    {
        Assert.Equal(semitones, MidiControlChange.BendRangeOf(MidiControlChange.BendRange(0, semitones, 0)));
        Assert.Equal(2, MidiControlChange.BendRangeOf([new MidiControlChange(0, 6, 9)]));
    }

    [Fact]
    public void Write_RepeatedPitch_EndsTheFirstBeforeTheSecondBegins()
    {
        var song = new MidiSong { Tracks = [new MidiTrack("", null, [new MidiNote(0, 10, 60, 100), new MidiNote(10, 10, 60, 90)])] };
        AssertSame(song, RoundTrip(song));
    }

    [Theory]
    [InlineData("D minor", -1, true)]
    [InlineData("F# minor", 3, true)]
    [InlineData("Bb major", -2, false)]
    [InlineData("Eb minor", -6, true)]
    [InlineData("C major", 0, false)]
    public void KeyFromName_Known_HasItsSignature(string name, int sharps, bool minor) =>
        Assert.Equal(new MidiKeyChange(0, sharps, minor), MidiKeyChange.FromName(0, name));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("unsure")]
    [InlineData("H minor")]
    [InlineData("D dorian")]
    public void KeyFromName_Unknown_IsNone(string? name) => Assert.Null(MidiKeyChange.FromName(0, name));

    private static void AssertRefused(MidiTrack track)
    {
        using var stream = new MemoryStream();
        Assert.Throws<ArgumentException>(() => MidiFileWriter.Write(new MidiSong { Tracks = [track] }, stream));
        Assert.Equal(0, stream.Length);
    }

    private static MidiSong RoundTrip(MidiSong song)
    {
        using var stream = new MemoryStream();
        MidiFileWriter.Write(song, stream);
        return MidiFileReader.Read(stream.ToArray());
    }

    private static void AssertSame(MidiSong expected, MidiSong actual)
    {
        Assert.Equal(expected.TicksPerQuarter, actual.TicksPerQuarter);
        Assert.Equal(expected.Tempos, actual.Tempos);
        Assert.Equal(expected.Meters, actual.Meters);
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.Equal(expected.Tracks.Count, actual.Tracks.Count);
        foreach (var (wanted, got) in expected.Tracks.Zip(actual.Tracks))
        {
            Assert.Equal(wanted.Name, got.Name);
            Assert.Equal(wanted.Program, got.Program);
            Assert.Equal(wanted.Notes, got.Notes);
            Assert.Equal(wanted.Bends, got.Bends);
            Assert.Equal(wanted.Controls, got.Controls);
        }
    }

    private static MidiSong Any(Random random, int trackCount, int ticksPerQuarter) => new()
    {
        TicksPerQuarter = ticksPerQuarter,
        Tempos = [new MidiTempoChange(0, random.Next(1, 0x1000000)), new MidiTempoChange(random.Next(1, 100000), 500000)],
        Meters = [new MidiMeterChange(0, random.Next(1, 256), 1 << random.Next(0, 7))],
        Keys = [new MidiKeyChange(0, random.Next(-7, 8), random.Next(2) == 1)],
        Tracks = Enumerable.Range(0, trackCount).Select(track => new MidiTrack(
            $"track {track}",
            random.Next(3) == 0 ? null : random.Next(128),
            Enumerable.Range(0, random.Next(0, 30))
                .Select(index => new MidiNote(
                    (index * 70000) + random.Next(100), random.Next(1, 69000), random.Next(128), random.Next(1, 128), random.Next(16)))
                .ToArray())
        {
            Bends = [.. Places(random).Select(ticks => new MidiPitchBend(ticks, random.Next(-8192, 8192), random.Next(16)))],
            Controls = [.. Places(random).Select(ticks => new MidiControlChange(ticks, random.Next(128), random.Next(128), random.Next(16)))],
        }).ToArray(),
    };

    private static IEnumerable<long> Places(Random random) => Enumerable.Range(0, random.Next(0, 20)).Select(_ => (long)random.Next(1000000)).Order();
}
