using GrooveGuru.Core.Features;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Core.Tests.Semantics.Roles;

public class RoleEstimatorTests
{
    private const int SampleRateHz = 44100;

    [Fact]
    public void Estimate_Silence_HasNoRoleWhateverTheName()
    {
        RoleEstimate estimate = RoleEstimator.Estimate(Analysed(new float[5 * SampleRateHz]), "Kick");
        Assert.Equal(TrackRole.Unknown, estimate.Role);
        Assert.Equal(0, estimate.Confidence);
        Assert.Empty(estimate.Alternatives);
    }

    [Theory]
    [InlineData("Kick", TrackRole.Drums)]
    [InlineData("LdVox", TrackRole.Vocal)]
    [InlineData("Pno", TrackRole.Keys)]
    public void Estimate_ClearName_Decides(string name, TrackRole role) =>
        Assert.Equal(role, RoleEstimator.Estimate(Analysed(Signals.Sine(220, 0.3, 4, SampleRateHz)), name).Role);

    [Fact]
    public void Estimate_AnySound_RanksEveryRole()
    {
        RoleEstimate estimate = RoleEstimator.Estimate(Analysed(Signals.Noise(0.2, 4, SampleRateHz, 5)), "Audio 1");
        Assert.Equal(Enum.GetValues<TrackRole>().Length - 1, estimate.Alternatives.Count);
        Assert.Equal(1, estimate.Alternatives.Sum(role => role.Probability), 9);
        Assert.Equal(estimate.Alternatives.Select(role => role.Probability).OrderDescending(), estimate.Alternatives.Select(role => role.Probability));
        Assert.Equal(estimate.Confidence, estimate.Alternatives[0].Probability);
    }

    internal static TrackAnalysis Analysed(params float[][] channels)
    {
        var analyzer = new TrackAnalyzer(SampleRateHz, channels.Length);
        analyzer.Push(channels, 0, channels[0].Length);
        return analyzer.Finish();
    }
}
