using GrooveGuru.Bridge.Evaluation.AdviceBenchmark;
using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Evaluation;
using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Bridge.Tests.Evaluation.AdviceBenchmark;

public class AdviceTotalsTests
{
    [Fact]
    public void Of_CleanTracks_CountsWhatWasAdvisedOnThem()
    {
        AdviceTotals totals = AdviceTotals.Of(
        [
            PlantedScores.Track("a", [PlantedScores.Advice(false, priority: 1), PlantedScores.Advice(false)]),
            PlantedScores.Track("b", []),
            PlantedScores.Track("c", [PlantedScores.Advice(false, 0.49), PlantedScores.Advice(false, 0.1)]),
            PlantedScores.Track("d", [PlantedScores.Advice(false, 0.5)]),
        ]);

        Assert.Equal(5 / 4.0, totals.AdvicePerCleanTrack);
        Assert.Equal(0.25, totals.FirstPriorityPerCleanTrack);
        Assert.Equal(0.25, totals.CleanTracksLeftAlone);
        Assert.Equal(0.5, totals.CleanTracksCleared);
    }

    [Fact]
    public void CalibrationError_ConfidenceLikeHitRate_IsNought()
    {
        // Four of five right at 80 %: three answers, and one of two on the clean track.
        FaultScore right = PlantedScores.Dull(FaultStrength.Weak, 1) with { Advice = [PlantedScores.Advice(true)] };
        AdviceTotals totals = AdviceTotals.Of([PlantedScores.Track("a", [PlantedScores.Advice(false)], right, right, right, right)]);

        Assert.Equal(0, totals.CalibrationError!.Value, 1e-12);
    }

    [Fact]
    public void CalibrationError_SureAndWrong_IsTheConfidence()
    {
        AdviceTotals totals = AdviceTotals.Of([PlantedScores.Track("a", [PlantedScores.Advice(false, 0.9), PlantedScores.Advice(false, 0.9, domain: RecommendationDomain.Gain)])]);

        Assert.Equal(0.9, totals.CalibrationError!.Value, 1e-12);
        Assert.Equal(10, totals.Reliability.Count);
        Assert.Equal(2, totals.Reliability[^1].Count);
        Assert.Equal([RecommendationDomain.Gain, RecommendationDomain.Eq], totals.ReliabilityByDomain.Keys);
        Assert.Equal(1, totals.ReliabilityByDomain[RecommendationDomain.Gain].Sum(bin => bin.Count));
    }

    [Fact]
    public void CalibrationError_NoAdviceAtAll_IsNull() => Assert.Null(AdviceTotals.Of([PlantedScores.Track("a", [])]).CalibrationError);

    [Fact]
    public void Targets_GoodAdvice_AreMet()
    {
        AdviceTotals totals = AdviceTotals.Of([PlantedScores.Track(
            "a", [], PlantedScores.Dull(FaultStrength.Weak, 1), PlantedScores.Dull(FaultStrength.Strong, 1))]);

        Assert.All(
            BenchmarkTarget.All.Where(target => target.Id is not ("calibration_error" or "half_undone_by_chain")),
            target => Assert.True(target.IsMet(totals), target.Id));
        Assert.Null(BenchmarkTarget.All.Single(target => target.Id == "half_undone_by_chain").IsMet(totals));
    }

    [Fact]
    public void Targets_BadAdvice_AreMissed()
    {
        AdviceTotals totals = AdviceTotals.Of(
        [
            PlantedScores.Track(
                "a",
                [PlantedScores.Advice(false, 1, priority: 1)],
                PlantedScores.Dull(FaultStrength.Weak, null),
                PlantedScores.Dull(FaultStrength.Strong, null),
                PlantedScores.Dull(FaultStrength.Strong, 1, after: 1.9, gainErrorDb: 5) with { Error = new ParameterError(5, 2) },
                PlantedScores.Dull(FaultStrength.Strong, null) with { DistanceAfterChain = 1.9 }),
        ]);

        Assert.All(BenchmarkTarget.All, target => Assert.False(target.IsMet(totals), target.Id));
    }
}
