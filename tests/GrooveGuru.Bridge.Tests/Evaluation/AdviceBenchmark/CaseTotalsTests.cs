using GrooveGuru.Bridge.Evaluation.AdviceBenchmark;
using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Bridge.Tests.Evaluation.AdviceBenchmark;

public class CaseTotalsTests
{
    [Fact]
    public void Recall_CountsAnswersAmongTheFirstThree()
    {
        CaseTotals totals = CaseTotals.Of(
        [
            PlantedScores.Dull(FaultStrength.Weak, 1),
            PlantedScores.Dull(FaultStrength.Weak, 4),
            PlantedScores.Dull(FaultStrength.Medium, 3),
            PlantedScores.Dull(FaultStrength.Strong, 2),
            PlantedScores.Dull(FaultStrength.Strong, null),
        ]);

        Assert.Equal(5, totals.Cases);
        Assert.Equal(0.5, totals.WeakRecall);
        Assert.Equal(2.0 / 3, totals.PlainRecall!.Value, 1e-12);
        Assert.Equal(0.6, totals.Recall!.Value, 1e-12);
        Assert.Equal(0.2, totals.PrecisionOfFirst!.Value, 1e-12);
        Assert.Equal(4.0 / 20, totals.PrecisionOfAll!.Value, 1e-12);
    }

    [Fact]
    public void Recall_FaultsThatAreNone_AreLeftOut()
    {
        CaseTotals totals = CaseTotals.Of([PlantedScores.Dull(FaultStrength.Weak, 1), PlantedScores.Dull(FaultStrength.Weak, null) with { IsFault = false, Advice = [] }]);

        Assert.Equal(1, totals.Cases);
        Assert.Equal(1, totals.LeftOut);
        Assert.Equal(1, totals.WeakRecall);
        Assert.Null(totals.PlainRecall);
    }

    [Fact]
    public void Undone_HalfOrMore_Counts()
    {
        CaseTotals totals = CaseTotals.Of(
        [
            PlantedScores.Dull(FaultStrength.Medium, 1, distance: 2, after: 1),
            PlantedScores.Dull(FaultStrength.Medium, 1, distance: 2, after: 1.01),
            PlantedScores.Dull(FaultStrength.Medium, 4, distance: 2, after: 0),
            PlantedScores.Dull(FaultStrength.Medium, null),
        ]);

        Assert.Equal(0.5, totals.UndoneOfAnswered);
        Assert.Equal(0.25, totals.UndoneOfAll);
        Assert.Null(totals.UndoneByChainOfAll);
    }

    [Fact]
    public void UndoneByChain_UnansweredFault_MayBeUndoneToo()
    {
        CaseTotals totals = CaseTotals.Of(
        [
            PlantedScores.Dull(FaultStrength.Medium, 1) with { DistanceAfterChain = 1.5 },
            PlantedScores.Dull(FaultStrength.Medium, null) with { DistanceAfterChain = 0.5 },
        ]);

        Assert.Equal(0, totals.UndoneByChainOfAnswered);
        Assert.Equal(0.5, totals.UndoneByChainOfAll);
    }

    [Fact]
    public void GainError_Answered_IsTheirMedian()
    {
        CaseTotals totals = CaseTotals.Of(
            [.. new[] { 4.0, 1, 2 }.Select(error => PlantedScores.Dull(FaultStrength.Medium, 1, gainErrorDb: error)), PlantedScores.Dull(FaultStrength.Weak, null)]);

        Assert.Equal(2, totals.GainErrorDb!.Median);
        Assert.Equal(3, totals.GainErrorDb.Count);
        Assert.Equal(0.25, totals.OctaveError!.Median);
    }

    [Fact]
    public void Of_Nothing_HasNoFigures()
    {
        CaseTotals totals = CaseTotals.Of([]);

        Assert.Equal(0, totals.Cases);
        Assert.Null(totals.Recall);
        Assert.Null(totals.GainErrorDb);
        Assert.Null(totals.UndoneOfAll);
    }
}
