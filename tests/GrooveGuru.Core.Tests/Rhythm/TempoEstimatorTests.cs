using GrooveGuru.Core.Rhythm;

namespace GrooveGuru.Core.Tests.Rhythm;

public class TempoEstimatorTests
{
    [Fact]
    public void Estimate_NothingOrShort_IsNone()
    {
        Assert.Equal(0, TempoEstimator.Estimate([], 43).Bpm);
        Assert.Equal(0, TempoEstimator.Estimate(new float[1000], 43).Bpm);
        Assert.Equal(0, TempoEstimator.Estimate([1, 0, 1, 0], 43).Bpm);
    }

    [Theory]
    [InlineData(72)]
    [InlineData(100)]
    [InlineData(150)]
    public void Estimate_Pulses_FindsThemWithTheirOctavesBeside(double bpm)
    {
        const double frameRateHz = 100;
        var envelope = new float[3000];
        for (double at = 0; at < envelope.Length; at += frameRateHz * 60 / bpm)
        {
            envelope[(int)at] = 1;
        }

        TempoEstimate tempo = TempoEstimator.Estimate(envelope, frameRateHz);

        Assert.Equal(bpm, tempo.Bpm, 0.01 * bpm);
        Assert.Contains(tempo.Alternatives, other => Math.Abs(other.Bpm - (bpm / 2)) < 0.02 * bpm);
        Assert.InRange(tempo.Confidence + tempo.Alternatives.Sum(other => other.Confidence), 0, 1 + 1e-9);
    }

    [Fact]
    public void Track_NoTempo_GivesNoBeats()
    {
        Assert.Empty(BeatTracker.Track(new float[100], 43, 0));
        Assert.Empty(BeatTracker.Track([], 43, 120));
        Assert.Empty(OnsetPicker.Pick(new float[100], 43));
    }
}
