using GrooveGuru.Core.Midi;
using GrooveGuru.Core.Synthesis;

namespace GrooveGuru.Core.Tests.Synthesis;

public class SongSourceTests
{
    private const int SampleRateHz = 22050;

    [Fact]
    public void Read_OneNote_IsWhatTheSynthesizerPlays()
    {
        MidiSong song = Song(new MidiTrack("", 33, [new MidiNote(960, 1920, 45, 100)]));
        float[] expected = new float[SampleRateHz * 4];
        new NoteSynthesizer(InstrumentPatches.Bass, SampleRateHz).AddNote(expected, 0.5, 1, 45, 100);
        float[] played = ReadAll(new SongSource(song, SampleRateHz), 1000);
        Assert.Equal(expected.AsSpan(0, played.Length).ToArray(), played);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(100000)]
    public void Read_AnyBlocks_AreTheSameSound(int blockFrames)
    {
        MidiSong song = Song(
            new MidiTrack("", 80, [.. Enumerable.Range(0, 12).Select(index => new MidiNote(index * 230, 500, 60 + index, 90))]),
            new MidiTrack("", null, [.. Enumerable.Range(35, 40).Select(key => new MidiNote((key - 35) * 60, 60, key, 100, MidiTrack.DrumChannel))]));
        Assert.Equal(ReadAll(new SongSource(song, SampleRateHz), 4096), ReadAll(new SongSource(song, SampleRateHz), blockFrames));
    }

    [Fact]
    public void Read_BentNote_SoundsHigher()
    {
        MidiTrack track = new("", 33, [new MidiNote(0, 3840, 57, 100)]);
        MidiTrack bent = track with { Bends = [new MidiPitchBend(0, 4096)], Controls = MidiControlChange.BendRange(0, 12, 0) };
        double straightHz = CrossingsHz(ReadAll(new SongSource(Song(track), SampleRateHz), 4096));
        double bentHz = CrossingsHz(ReadAll(new SongSource(Song(bent), SampleRateHz), 4096));
        Assert.Equal(220, straightHz, 3.0);
        Assert.Equal(220 * Math.Pow(2, 0.5), bentHz, 4.0);
    }

    [Fact]
    public void Read_EveryDrumKey_Sounds()
    {
        for (int key = 0; key < 128; key++)
        {
            float[] played = ReadAll(new SongSource(Song(new MidiTrack("", null, [new MidiNote(0, 60, key, 110, MidiTrack.DrumChannel)])), SampleRateHz), 4096);
            Assert.Contains(played, sample => Math.Abs(sample) > 0.01f);
        }
    }

    [Fact]
    public void Read_NoNotes_IsNothing() => Assert.Empty(ReadAll(new SongSource(Song(new MidiTrack("", 0, [])), SampleRateHz), 4096));

    [Fact]
    public void Read_LongNotes_HoldsNoMoreThanWhatSounds()
    {
        // Ten minutes of notes of half a minute: the source is read without ever holding more than a block of each.
        MidiSong song = Song(new MidiTrack("", 0, [.. Enumerable.Range(0, 20).Select(index => new MidiNote(index * 57600L, 57600, 60, 90))]));
        using SongSource source = new(song, 8000);
        float[][] block = [new float[4096]];
        source.Read(block, 0, 4096);
        long bytes = Allocations.OfLeastPass(() =>
        {
            for (int count = 0; count < 100; count++)
            {
                source.Read(block, 0, 4096);
            }
        });
        Assert.True(bytes < 200_000, $"{bytes} bytes for 51 s of audio");
    }

    private static MidiSong Song(params MidiTrack[] tracks) => new() { Tracks = tracks };

    private static double CrossingsHz(float[] samples)
    {
        // Of the middle second, where the note is steady.
        ReadOnlySpan<float> second = samples.AsSpan(SampleRateHz / 2, SampleRateHz);
        int crossings = 0;
        for (int frame = 1; frame < second.Length; frame++)
        {
            crossings += second[frame - 1] < 0 && second[frame] >= 0 ? 1 : 0;
        }

        return crossings;
    }

    private static float[] ReadAll(SongSource source, int blockFrames)
    {
        List<float> all = [];
        float[][] block = [new float[blockFrames]];
        while (source.Read(block, 0, blockFrames) is > 0 and int count)
        {
            all.AddRange(block[0].AsSpan(0, count));
        }

        Assert.Equal(source.FrameCount, all.Count);
        return [.. all];
    }
}
