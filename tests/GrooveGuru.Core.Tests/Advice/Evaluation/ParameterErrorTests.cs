using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Evaluation;
using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Advice.Evaluation;

public class ParameterErrorTests
{
    [Fact]
    public void Measure_ExactInverse_IsNoError() => Assert.Equal(
        new ParameterError(0, 0), Measure(FaultKind.DullTop, -6, 5000, new EqBand(EqBandKind.HighShelf, 5000, 6, 0.71)));

    [Fact]
    public void Measure_HalfTheGainAnOctaveOff_SaysBoth() => Assert.Equal(
        new ParameterError(3, 1), Measure(FaultKind.MuddyLowMids, 6, 300, new EqBand(EqBandKind.Bell, 600, -3, 1)));

    [Fact]
    public void Measure_SeveralBands_TakesTheOneThatIsMeantForTheFault()
    {
        ParameterError? error = Measure(
            FaultKind.HarshUpperMids,
            6,
            4000,
            new EqBand(EqBandKind.Bell, 4000, 2, 1),
            new EqBand(EqBandKind.HighShelf, 4000, -1, 0.71),
            new EqBand(EqBandKind.Bell, 300, -6, 1),
            new EqBand(EqBandKind.Bell, 3000, -5, 1));

        Assert.Equal(1, error!.GainDb);
        Assert.Equal(Math.Log2(4.0 / 3), error.Octaves, 1e-9);
    }

    [Fact]
    public void Measure_NoBandAgainstTheFault_IsNull() =>
        Assert.Null(Measure(FaultKind.MuddyLowMids, 6, 300, new EqBand(EqBandKind.Bell, 300, 3, 1), new EqBand(EqBandKind.HighPass, 300, 0, 1)));

    [Fact]
    public void Measure_FaultWithoutFrequency_IsNull() =>
        Assert.Null(Measure(FaultKind.SubRumble, -18, null, new EqBand(EqBandKind.LowShelf, 40, 6, 0.71)));

    private static ParameterError? Measure(FaultKind kind, double amount, double? hz, params EqBand[] bands) => ParameterError.Measure(
        Advised.With(RecommendationDomain.Eq, new ParametricEqSettings(bands)),
        new InjectedFault(new FaultCase(kind, FaultStrength.Medium, amount), CleanTracks.Noise.Audio, hz));
}
