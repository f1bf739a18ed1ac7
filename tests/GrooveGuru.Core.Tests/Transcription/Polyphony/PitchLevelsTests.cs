using GrooveGuru.Core.Transcription.BasicPitch;
using GrooveGuru.Core.Transcription.Polyphony;

namespace GrooveGuru.Core.Tests.Transcription.Polyphony;

public class PitchLevelsTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(69)]
    [InlineData(90)]
    public void Levels_Sine_StandAtItsPitch(int midiPitch)
    {
        double hertz = 440 * Math.Pow(2, (midiPitch - 69) / 12.0);
        PitchLevels levels = Of(Signals.Sine(hertz, 1, 2, BasicPitchFraming.SampleRateHz), 4096);
        float[] row = levels.Levels.Slice(80 * PitchLevels.PitchCount, PitchLevels.PitchCount).ToArray();
        int pitch = midiPitch - BasicPitchFraming.LowestMidiPitch;
        Assert.Equal(pitch, Array.IndexOf(row, row.Max()));
        Assert.InRange(row[pitch], -1.6, 0.1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(333)]
    [InlineData(40000)]
    public void Levels_OtherBlocks_AreTheSame(int blockSamples)
    {
        float[] noise = Signals.Noise(0.5, 1, BasicPitchFraming.SampleRateHz, 5);
        Assert.True(Of(noise, 4096).Levels.SequenceEqual(Of(noise, blockSamples).Levels));
    }

    [Fact]
    public void Drop_FirstFrames_LeavesTheRest()
    {
        float[] noise = Signals.Noise(0.5, 1, BasicPitchFraming.SampleRateHz, 6);
        PitchLevels whole = Of(noise, 4096), dropped = Of(noise, 4096);
        dropped.Drop(20);
        Assert.True(whole.Levels[(20 * PitchLevels.PitchCount)..].SequenceEqual(dropped.Levels));
    }

    [Fact]
    public void Complete_NothingPushed_IsSilence()
    {
        PitchLevels levels = new();
        levels.Complete(10);
        Assert.True(levels.FrameCount >= 10);
        Assert.All(levels.Levels.ToArray(), level => Assert.Equal(PitchLevels.FloorDb, level));
    }

    private static PitchLevels Of(float[] samples, int blockSamples)
    {
        PitchLevels levels = new();
        for (int first = 0; first < samples.Length; first += blockSamples)
        {
            levels.Push(samples.AsSpan(first, Math.Min(blockSamples, samples.Length - first)));
        }

        return levels;
    }
}
