using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Chains;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Advice;

/// <summary>Several recommendations as one chain: in order, explained, and still true together.</summary>
public class WholeChainTests
{
    private static readonly Lazy<AudioBuffer> Mix = new(() => Faults.Gain(HealthyMix.Copy(), -8));

    [Fact]
    public void AdviseInFull_RulesInAnyOrder_StandInSignalOrderAndSayWhy()
    {
        AdviceReport report = Advise(
            Move(MeasureIds.IntegratedLufs, -4, new GainSettings(-4), RecommendationDomain.Gain),
            Move(MeasureIds.BrightnessExcessDb, 2, Shelf(EqBandKind.HighShelf, 4000, 2.5)),
            Move(MeasureIds.LowEndExcessDb, -4, Shelf(EqBandKind.LowShelf, 150, -5)),
            Move(FeatureIds.StereoWidth, -0.05, new StereoWidthSettings(60, 0), RecommendationDomain.Spatial));

        WholeChain chain = report.WholeChain!;
        Assert.Equal(4, report.Recommendations.Count);
        Assert.Equal(chain.Steps.Select(step => step.Stage).Order(), chain.Steps.Select(step => step.Stage));
        Assert.Equal(
            [ChainStage.CorrectiveEq, ChainStage.TonalEq, ChainStage.Width, ChainStage.Level],
            chain.Steps.Select(step => step.Stage).Distinct());
        Assert.All(chain.Steps, step => Assert.NotEmpty(step.Because));
        Assert.Equal(
            report.Recommendations.Select(given => given.Id).Order(),
            chain.Steps.Select(step => step.RecommendationId).Where(id => id.Length > 0).Order());
        Assert.IsType<GainSettings>(chain.Chain[^1]); // with what the cuts took
        foreach (Recommendation given in report.Recommendations)
        {
            Expectation promise = given.Expects[0];
            Evidence evidence = chain.Evidence.Single(measure => measure.FeatureId == promise.FeatureId);
            Assert.InRange((evidence.After - promise.From) / (promise.To - promise.From), 0.5, 1.6);
        }
    }

    [Fact]
    public void AdviseInFull_WholeChain_IsWhatItsEvidenceSays()
    {
        AdviceReport report = Advise(
            Move(MeasureIds.BrightnessExcessDb, 2, Shelf(EqBandKind.HighShelf, 4000, 2.5)),
            Move(MeasureIds.LowEndExcessDb, -4, Shelf(EqBandKind.LowShelf, 150, -5)));
        AudioBuffer followed = ChainRenderer.Render(Mix.Value, report.WholeChain!.Chain);
        var context = new AdviceContext(followed, AdviceTests.Analyze(followed));
        Assert.All(
            report.WholeChain.Evidence.Where(measure => measure.FeatureId != MeasureIds.MonoLossLu),
            measure => Assert.Equal(context.Measure(measure.FeatureId)!.Value, measure.After, 0.02));
        Evidence loudness = report.WholeChain.Evidence.Single(measure => measure.FeatureId == MeasureIds.IntegratedLufs);
        Assert.Equal(loudness.Before, loudness.After, 0.1);
    }

    [Fact]
    public void AdviseInFull_TwoThatAddUpToTooMuch_GivesLessOfTheLessUrgent()
    {
        AdviceReport report = Advise(
            Move(MeasureIds.LowEndExcessDb, -4, Shelf(EqBandKind.LowShelf, 150, -5), id: "first", priority: 1),
            Move(MeasureIds.LowEndExcessDb, -4, Shelf(EqBandKind.LowShelf, 160, -5), id: "second", priority: 2));

        Assert.Equal(["first", "second"], report.Recommendations.Select(given => given.Id));
        ResolvedConflict conflict = Assert.Single(report.Conflicts);
        Assert.Equal(("first", "second", ConflictOutcome.LeftOutOfChain), (conflict.WinnerId, conflict.LoserId, conflict.Outcome));
        Assert.Contains("too far", conflict.Because, StringComparison.Ordinal);
        Assert.DoesNotContain(report.WholeChain!.Steps, step => step.RecommendationId == "second");
    }

    [Fact]
    public void AdviseInFull_AddsUpButCanBeReduced_IsReduced()
    {
        var tunable = new PlantedRule(
            MeasureIds.LowEndExcessDb, Now(MeasureIds.LowEndExcessDb) - 4, amount => [Shelf(EqBandKind.LowShelf, 160, -amount)])
        {
            Id = "second",
            Priority = 3,
            MaxAmount = 8,
        };
        AdviceReport report = Advise(Move(MeasureIds.LowEndExcessDb, -4, Shelf(EqBandKind.LowShelf, 150, -5), id: "first"), tunable);

        ResolvedConflict conflict = Assert.Single(report.Conflicts);
        Assert.Equal(("second", ConflictOutcome.Reduced), (conflict.LoserId, conflict.Outcome));
        Assert.Contains(report.WholeChain!.Steps, step => step.RecommendationId == "second");
        Assert.InRange(
            report.WholeChain.Evidence.Single(measure => measure.FeatureId == MeasureIds.LowEndExcessDb).After, Now(MeasureIds.LowEndExcessDb) - 6.7, 0);
    }

    [Fact]
    public void AdviseInFull_BoostAgainstCutOfOneBand_WithholdsTheLessUrgentInTheOpen()
    {
        AdviceReport report = Advise(
            Move(MeasureIds.LowEndExcessDb, -4, Shelf(EqBandKind.LowShelf, 150, -5), id: "cut", priority: 1),
            Move(MeasureIds.LowMidExcessDb, 2, new ParametricEqSettings([new EqBand(EqBandKind.Bell, 130, 9, 0.4)]), id: "boost"));

        Assert.Equal(["cut"], report.Recommendations.Select(given => given.Id));
        ResolvedConflict conflict = Assert.Single(report.Conflicts);
        Assert.Equal(("cut", "boost", ConflictOutcome.Withheld), (conflict.WinnerId, conflict.LoserId, conflict.Outcome));
        Assert.Contains("Hz", conflict.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void AdviseInFull_TopBoostOnABrightTrack_IsWithheldInTheOpen()
    {
        AudioBuffer bright = Faults.HighShelf(HealthyMix.Copy(), 10);
        var boost = new PlantedRule(MeasureIds.BrightnessExcessDb, 30, [Shelf(EqBandKind.HighShelf, 5000, 6)]) { Id = "boost" };
        AdviceReport report = new Adviser([boost]).AdviseInFull(bright, AdviceTests.Analyze(bright));
        Assert.Empty(report.Recommendations);
        Assert.Null(report.WholeChain);
        ResolvedConflict conflict = Assert.Single(report.Conflicts);
        Assert.Equal(("", "boost", ConflictOutcome.Withheld), (conflict.WinnerId, conflict.LoserId, conflict.Outcome));
    }

    [Fact]
    public void AdviseInFull_WideningOfWhatMonoLoses_IsWithheldInTheOpen()
    {
        AudioBuffer unsafeInMono = Faults.Width(Faults.Width(HealthyMix.Copy(), 200), 200);
        var widen = new PlantedRule(FeatureIds.StereoWidth, 0.9, [new StereoWidthSettings(150, 0)], RecommendationDomain.Spatial) { Id = "widen" };
        AdviceReport report = new Adviser([widen]).AdviseInFull(unsafeInMono, AdviceTests.Analyze(unsafeInMono));
        Assert.Empty(report.Recommendations);
        Assert.Contains("mono", Assert.Single(report.Conflicts).Because, StringComparison.Ordinal);
    }

    [Fact]
    public void AdviseInFull_GuessesOfOneDomain_ChainTakesTheLikelierAndSaysSo()
    {
        AdviceReport report = Advise(
            Move(MeasureIds.BrightnessExcessDb, 2, Shelf(EqBandKind.HighShelf, 4000, 2.5), id: "likelier", confidence: 0.4),
            Move(MeasureIds.LowEndExcessDb, -4, Shelf(EqBandKind.LowShelf, 150, -5), id: "unlikely", confidence: 0.2),
            Move(FeatureIds.StereoWidth, -0.05, new StereoWidthSettings(60, 0), RecommendationDomain.Spatial, id: "other domain", confidence: 0.1));

        Assert.Equal(3, report.Recommendations.Count);
        Assert.Equal(["likelier", "other domain"], report.WholeChain!.Steps.Select(step => step.RecommendationId).Where(id => id.Length > 0));
        ResolvedConflict conflict = Assert.Single(report.Conflicts);
        Assert.Equal(("likelier", "unlikely", ConflictOutcome.LeftOutOfChain), (conflict.WinnerId, conflict.LoserId, conflict.Outcome));
    }

    [Fact]
    public void AdviseInFull_GuessBesideARepair_WaitsUntilThatIsDone()
    {
        AdviceReport report = Advise(
            Move(MeasureIds.SubLevelDb, -3, new ParametricEqSettings([new EqBand(EqBandKind.HighPass, 60, 0, 0.71)]), id: "repair", confidence: 0.9),
            Move(FeatureIds.StereoWidth, -0.05, new StereoWidthSettings(60, 0), RecommendationDomain.Spatial, id: "guess", confidence: 0.3),
            Move(MeasureIds.BrightnessExcessDb, 2, Shelf(EqBandKind.HighShelf, 4000, 2.5), id: "likely", confidence: 0.6));

        Assert.Equal(["likely", "repair"], report.WholeChain!.Steps.Select(step => step.RecommendationId).Where(id => id.Length > 0).Order());
        ResolvedConflict conflict = Assert.Single(report.Conflicts);
        Assert.Equal(("repair", "guess"), (conflict.WinnerId, conflict.LoserId));
        Assert.Contains("after the repair", conflict.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void AdviseInFull_NothingToFix_HasNoChain()
    {
        // Silence: there is not even anything to compare by ear.
        var audio = new AudioBuffer(2, 4 * HealthyMix.RateHz, HealthyMix.RateHz);
        AdviceReport report = new Adviser().AdviseInFull(audio, AdviceTests.Analyze(audio));
        Assert.Empty(report.Recommendations);
        Assert.Empty(report.Conflicts);
        Assert.Null(report.WholeChain);
    }

    [Fact]
    public void AdviseInFull_Dismissed_IsNotTriedAgain()
    {
        AudioBuffer audio = Faults.LowShelf(HealthyMix.Copy(), 9);
        TrackAnalysis analysis = AdviceTests.Analyze(audio);
        Assert.Contains(new Adviser().Advise(audio, analysis), given => given.Id == "eq.low_end_build_up");
        var adviser = new Adviser { Dismissed = new HashSet<string> { "eq.low_end_build_up" } };
        Assert.DoesNotContain(adviser.Advise(audio, analysis), given => given.Id == "eq.low_end_build_up");
    }

    [Theory]
    [InlineData(0.4, false)]
    [InlineData(0.6, true)] // likely again: it is said again
    public void AdviseInFull_Settled_IsGivenAgainOnlyWhereItIsLikely(double confidence, bool isGiven)
    {
        var adviser = new Adviser([Move(MeasureIds.LowEndExcessDb, -4, Shelf(EqBandKind.LowShelf, 150, -5), id: "done", confidence: confidence)])
        {
            Settled = new HashSet<string> { "done" },
        };
        Assert.Equal(isGiven, adviser.Advise(Mix.Value, AdviceTests.Analyze(Mix.Value)).Count == 1);
    }

    [Fact]
    public void AdviseInFull_TrimAndLevel_AreOneGain()
    {
        AdviceReport report = Advise(
            Move(MeasureIds.LowEndExcessDb, -4, Shelf(EqBandKind.LowShelf, 150, -5)),
            Move(MeasureIds.IntegratedLufs, -4, new GainSettings(-4), RecommendationDomain.Gain));
        ChainStep last = Assert.Single(report.WholeChain!.Steps, step => step.Processor is GainSettings);
        Assert.Equal(MeasureIds.IntegratedLufs, last.RecommendationId);
        Assert.True(((GainSettings)last.Processor).GainDb > -4); // the cut took some of it
        Evidence loudness = report.WholeChain.Evidence.Single(measure => measure.FeatureId == MeasureIds.IntegratedLufs);
        Assert.Equal(-4, loudness.After - loudness.Before, 0.15);
    }

    [Fact]
    public void AdviseInFull_Declipper_StandsFirstAndItsLevelIsNotGivenBack()
    {
        AdviceReport report = Advise(
            Move(MeasureIds.SubLevelDb, -3, new ParametricEqSettings([new EqBand(EqBandKind.HighPass, 60, 0, 0.71)]), id: "rumble", confidence: 0.9),
            Move(MeasureIds.LowEndExcessDb, -4, Shelf(EqBandKind.LowShelf, 150, -5), confidence: 0.9),
            Move(MeasureIds.TruePeakDbtp, -3, new DeclipperSettings(0, 1, -3), RecommendationDomain.Gain, id: "declip", confidence: 0.9));

        WholeChain chain = report.WholeChain!;
        Assert.IsType<DeclipperSettings>(chain.Chain[0]);
        Assert.Contains(chain.Steps, step => step.RecommendationId == "rumble");
        Assert.DoesNotContain(chain.Steps, step => step.Because.Contains("only change", StringComparison.Ordinal));
        Evidence loudness = chain.Evidence.Single(measure => measure.FeatureId == MeasureIds.IntegratedLufs);
        Assert.Equal(-3, loudness.After - loudness.Before, 0.15);
    }

    private static AdviceReport Advise(params IAdviceRule[] rules) =>
        new Adviser(rules).AdviseInFull(Mix.Value, AdviceTests.Analyze(Mix.Value));

    private static double Now(string measureId) => new AdviceContext(Mix.Value, AdviceTests.Analyze(Mix.Value)).Measure(measureId)!.Value;

    private static PlantedRule Move(
        string measureId,
        double by,
        ProcessorSettings change,
        RecommendationDomain domain = RecommendationDomain.Eq,
        string? id = null,
        int priority = 2,
        double confidence = 0.5) =>
        new(measureId, Now(measureId) + by, [change], domain) { Id = id ?? measureId, Priority = priority, Confidence = confidence };

    private static ParametricEqSettings Shelf(EqBandKind kind, double frequencyHz, double gainDb) => new([new EqBand(kind, frequencyHz, gainDb, 0.71)]);
}
