using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Advice.Rules;
using GrooveGuru.Core.Tests.Advice.Diagnosing;

namespace GrooveGuru.Core.Tests.Advice.Rules;

public class SuspicionTests
{
    [Theory]
    [InlineData(0.9, true, 1)]
    [InlineData(0.8, true, 1)]
    [InlineData(0.79, true, 2)]
    [InlineData(0.9, false, 2)]
    [InlineData(0.5, false, 2)]
    [InlineData(0.49, true, 3)]
    [InlineData(0.05, false, 3)]
    public void Priority_OfAChance_IsUrgentOnlyWhereItIsSure(double chance, bool isGrave, int expected) =>
        Assert.Equal(expected, new Suspicion(FaultKind.DullTop, chance, -6).Priority(isGrave));

    [Fact]
    public void Of_UnlikelyFaults_NamesTheThreeLikeliestAndWhatIsWorthAWord()
    {
        Diagnosis diagnosis = Diagnoses.Of(
            ("clipping/strong", 0.13), ("dull_top/medium", 0.14), ("sub_rumble/weak", 0.15), ("wide_image/medium", 0.121), ("muddy_low_mids/weak", 0.11));
        Assert.NotNull(Of(diagnosis, FaultKind.SubRumble));
        Assert.NotNull(Of(diagnosis, FaultKind.WideImage)); // the fourth, and over 0.12
        Assert.Null(Of(diagnosis, FaultKind.MuddyLowMids)); // the fifth, and under it

        Diagnosis healthy = Diagnoses.Of(("clipping/strong", 0.07), ("dull_top/medium", 0.06), ("sub_rumble/weak", 0.04));
        Assert.Equal(0.07, Of(healthy, FaultKind.Clipping)!.Chance, 1e-6);
        Assert.NotNull(Of(healthy, FaultKind.DullTop));
        Assert.Null(Of(healthy, FaultKind.SubRumble)); // the third, and hardly likely at all
    }

    [Fact]
    public void NotMore_OfAChance_AllowsNoMoreThanThat()
    {
        var guard = new Suspicion(FaultKind.DullTop, 0.4, -6).NotMore();
        Assert.True(guard.Allows(0.4));
        Assert.False(guard.Allows(0.41));
    }

    private static Suspicion? Of(Diagnosis diagnosis, FaultKind kind) =>
        Suspicion.Of(RuleTrial.Context(RuleTrial.Mix.Audio, diagnosis, scope: Core.Features.AnalysisScope.None), kind);
}
