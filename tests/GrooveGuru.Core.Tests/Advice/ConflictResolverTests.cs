using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Advice;

public class ConflictResolverTests
{
    [Theory]
    [InlineData(0.6, ConflictOutcome.Withheld, 1)]
    [InlineData(0.49, ConflictOutcome.LeftOutOfChain, 2)]
    public void Resolve_TwoThatWorkAgainstEachOther_LeavesTheChoiceWhereNoneIsLikely(double winnerConfidence, ConflictOutcome outcome, int kept)
    {
        Recommendation winner = Of("eq.low_mids", winnerConfidence, -4), loser = Of("eq.brightness", 0.2, 4);
        (IReadOnlyList<Recommendation> left, IReadOnlyList<ResolvedConflict> conflicts) = ConflictResolver.Resolve([loser, winner]);

        Assert.Equal(kept, left.Count);
        Assert.Contains(winner, left);
        ResolvedConflict conflict = Assert.Single(conflicts);
        Assert.Equal((winner.Id, loser.Id, outcome), (conflict.WinnerId, conflict.LoserId, conflict.Outcome));
    }

    [Theory]
    [InlineData(0.3, 0.2, 1)]
    [InlineData(0.29, 0.3, 1)] // as sure
    [InlineData(0.2, 0.35, 2)] // what is less sure of itself does not silence what is surer
    public void Resolve_OfTheTable_GivesWayToTheSurer(double winnerConfidence, double loserConfidence, int kept) => Assert.Equal(
        kept, ConflictResolver.Resolve([Of("spatial.dead_channel", winnerConfidence, 0), Of("spatial.narrow", loserConfidence, 0)]).Kept.Count);

    [Fact]
    public void AdviseInFull_EitherOr_KeepsBothAndTakesOneIntoTheChain()
    {
        AudioBuffer audio = Faults.Gain(HealthyMix.Copy(), -6);
        double lowMidDb = new AdviceContext(audio, AdviceTests.Analyze(audio)).Measure(MeasureIds.LowMidExcessDb)!.Value;
        PlantedRule Bell(string id, int priority, double gainDb) => new(
            MeasureIds.LowMidExcessDb, lowMidDb + (0.7 * gainDb), [Eq(gainDb)])
        {
            Id = id,
            Priority = priority,
            Confidence = 0.3,
        };
        AdviceReport report = new Adviser([Bell("cut", 2, -4), Bell("boost", 3, 4)]).AdviseInFull(audio, AdviceTests.Analyze(audio));

        Assert.Equal(["cut", "boost"], report.Recommendations.Select(given => given.Id));
        Assert.DoesNotContain(report.WholeChain!.Steps, step => step.RecommendationId == "boost");
        Assert.Contains(report.WholeChain.Steps, step => step.RecommendationId == "cut");
        Assert.Equal(ConflictOutcome.LeftOutOfChain, Assert.Single(report.Conflicts).Outcome);
    }

    private static ParametricEqSettings Eq(double gainDb) => new([new EqBand(EqBandKind.Bell, 300, gainDb, 1)]);

    private static Recommendation Of(string id, double confidence, double gainDb) => new()
    {
        Id = id,
        Domain = RecommendationDomain.Eq,
        Title = id,
        Priority = 3,
        Confidence = confidence,
        Because = [],
        Chain = gainDb == 0 ? [] : [Eq(gainDb)],
        Expects = [],
        Evidence = [],
    };
}
