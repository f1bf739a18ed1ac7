using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Separation.Evaluation;

namespace GrooveGuru.Core.Tests.Separation;

public class SeparationScoreTests
{
    [Fact]
    public void Compare_KnownError_HasItsRatio()
    {
        // An error at right angles to the truth, 20 dB below it.
        float[] truth = Signals.Sine(100, 1, 1, 8000);
        float[] estimate = truth.Zip(Signals.Sine(200, 0.1, 1, 8000), (wanted, error) => wanted + error).ToArray();
        SeparationScore score = Compare(truth, estimate);
        Assert.Equal(20, score.SdrDb, 1e-3);
        Assert.Equal(20, score.ScaleInvariantSdrDb, 1e-3);
    }

    [Fact]
    public void Compare_HalfTheLevel_CountsOnlyInSdr()
    {
        float[] truth = Signals.Sine(100, 1, 1, 8000);
        SeparationScore score = Compare(truth, truth.Select(sample => sample / 2).ToArray());
        Assert.Equal(6.02, score.SdrDb, 0.01);
        Assert.True(score.ScaleInvariantSdrDb > 100);
    }

    [Fact]
    public void Compare_SilentTruth_IsTheLowestScore() => Assert.Equal(-200, Compare(new float[100], new float[100]).SdrDb);

    private static SeparationScore Compare(float[] truth, float[] estimate) =>
        SeparationScore.Compare(new AudioBuffer([truth], 8000), new AudioBuffer([estimate], 8000));
}
