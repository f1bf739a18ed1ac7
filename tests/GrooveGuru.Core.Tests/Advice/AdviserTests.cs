using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Tests.Mixing;

namespace GrooveGuru.Core.Tests.Advice;

/// <summary>What the adviser must not let through, whatever a rule says.</summary>
public class AdviserTests
{
    [Fact]
    public void Advise_RuleWhoseChainMakesItWorse_IsDropped() => AssertDropped(
        MeasureIds.LowEndExcessDb, -3, [new ParametricEqSettings([new EqBand(EqBandKind.LowShelf, 150, 6, 0.71)])]);

    [Fact]
    public void Advise_RuleThatMovesTheMeasure_IsKept()
    {
        AudioBuffer audio = HealthyMix.Copy();
        var rule = new PlantedRule(
            MeasureIds.LowEndExcessDb, -3, [new ParametricEqSettings([new EqBand(EqBandKind.LowShelf, 150, -6, 0.71)])]);
        Assert.Single(new Adviser([rule]).Advise(audio, AdviceTests.Analyze(audio)));
    }

    [Fact]
    public void Advise_RuleThatPromisesTooMuch_IsDropped() => AssertDropped(
        MeasureIds.LowEndExcessDb, -20, [new ParametricEqSettings([new EqBand(EqBandKind.LowShelf, 150, -6, 0.71)])]);

    [Fact]
    public void Advise_RuleThatIsOnlyLouder_IsDropped() => AssertDropped(
        MeasureIds.IntegratedLufs, -5, [new GainSettings(6)], RecommendationDomain.Eq);

    [Fact]
    public void Advise_RuleThatBreaksMono_IsDropped()
    {
        AudioBuffer audio = HealthyMix.Copy();
        var rule = new PlantedRule(FeatureIds.StereoWidth, 0.8, [new StereoWidthSettings(200, 0, InvertRight: true)]);
        Assert.Empty(new Adviser([rule]).Advise(audio, AdviceTests.Analyze(audio)));
    }

    [Fact]
    public void Advise_BoostOverFullScale_IsTrimmed()
    {
        AudioBuffer audio = Faults.Gain(HealthyMix.Copy(), 1.5);
        var rule = new PlantedRule(
            MeasureIds.LowEndExcessDb, 9, [new ParametricEqSettings([new EqBand(EqBandKind.LowShelf, 150, 9, 0.71)])]);
        Recommendation kept = Assert.Single(new Adviser([rule]).Advise(audio, AdviceTests.Analyze(audio)));
        Assert.IsType<GainSettings>(kept.Chain[^1]);
        Assert.True(kept.Evidence.Single(evidence => evidence.FeatureId == MeasureIds.TruePeakDbtp).After <= 0.1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Advise_LongTrack_SaysWhereItWasTried(bool aroundPeak)
    {
        const int Rate = 8000;
        AudioBuffer audio = StereoSignals.Noise(3, 50, 0.05, Rate);
        // The loud part lies from 10 to 40 s.
        for (int frame = 10 * Rate; frame < 40 * Rate; frame++)
        {
            audio.Channel(0)[frame] *= 10;
            audio.Channel(1)[frame] *= 10;
        }

        audio.Channel(0)[25 * Rate] = 2;
        var rule = new PlantedRule(MeasureIds.IntegratedLufs, -40, [new GainSettings(-20)], RecommendationDomain.Gain)
        {
            AroundPeak = aroundPeak,
        };
        Recommendation kept = Assert.Single(new Adviser([rule]).Advise(audio, AdviceTests.Analyze(audio)));
        Assert.Equal(10, kept.TriedFromSeconds!.Value, 1e-9);
        Assert.Equal(40, kept.TriedToSeconds!.Value, 1e-9);
        Assert.Equal(kept.Expects[0].FeatureId, kept.Evidence[0].FeatureId);
    }

    [Fact]
    public void Advise_ShortTrack_WasTriedOnAllOfIt()
    {
        AudioBuffer audio = Faults.Gain(HealthyMix.Copy(), -18);
        IReadOnlyList<Recommendation> advice = AdviceTests.Advise(audio);
        Assert.Equal("gain.level", advice[0].Id);
        Assert.All(advice, given => Assert.Null(given.TriedFromSeconds ?? given.TriedToSeconds));
    }

    [Fact]
    public void Advise_Progress_RisesToOne()
    {
        var heard = new List<double>();
        AudioBuffer audio = HealthyMix.Copy();
        new Adviser().Advise(audio, AdviceTests.Analyze(audio), new Listener(heard.Add));
        Assert.Equal(heard.Order(), heard);
        Assert.Equal(1, heard[^1], 1e-9);
    }

    [Fact]
    public void RuleSet_Ids_AreUniqueAndKnownToTheConflicts()
    {
        string[] ids = [.. RuleSet.All.Select(rule => rule.Id)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ConflictResolver.Table, conflict => Assert.True(ids.Contains(conflict.WinnerId) && ids.Contains(conflict.LoserId)));
    }

    [Fact]
    public void Resolve_ClippingBesideTruePeak_KeepsClipping()
    {
        Recommendation Of(string id) => new PlantedRule(MeasureIds.TruePeakDbtp, -1, [new GainSettings(-1)]) { Id = id }
            .Propose(new AdviceContext(HealthyMix.Copy(), AdviceTests.Analyze(HealthyMix.Copy())))!.Untried;
        (IReadOnlyList<Recommendation> kept, IReadOnlyList<ResolvedConflict> conflicts) =
            ConflictResolver.Resolve([Of("gain.true_peak"), Of("gain.clipping"), Of("eq.brightness")]);
        Assert.Equal(["gain.clipping", "eq.brightness"], kept.Select(recommendation => recommendation.Id));
        ResolvedConflict conflict = Assert.Single(conflicts);
        Assert.Equal(("gain.clipping", "gain.true_peak", ConflictOutcome.Withheld), (conflict.WinnerId, conflict.LoserId, conflict.Outcome));
    }

    private static void AssertDropped(
        string measureId, double target, ProcessorSettings[] chain, RecommendationDomain domain = RecommendationDomain.Eq)
    {
        AudioBuffer audio = HealthyMix.Copy();
        Assert.Empty(new Adviser([new PlantedRule(measureId, target, chain, domain)]).Advise(audio, AdviceTests.Analyze(audio)));
    }

    private sealed class Listener(Action<double> hear) : IProgress<double>
    {
        public void Report(double value) => hear(value);
    }
}
