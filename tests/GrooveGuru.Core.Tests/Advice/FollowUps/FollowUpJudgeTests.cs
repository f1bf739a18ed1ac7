using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.FollowUps;

namespace GrooveGuru.Core.Tests.Advice.FollowUps;

public class FollowUpJudgeTests
{
    // Promised from 6 to 2 dB; the measure's noise is 0.4 dB.
    [Theory]
    [InlineData(1.0, RecommendationStatus.Confirmed)]
    [InlineData(2.0, RecommendationStatus.Confirmed)]
    [InlineData(2.35, RecommendationStatus.Confirmed)]
    [InlineData(2.5, RecommendationStatus.Improved)]
    [InlineData(5.5, RecommendationStatus.Improved)]
    [InlineData(5.7, RecommendationStatus.Unchanged)]
    [InlineData(6.3, RecommendationStatus.Unchanged)]
    [InlineData(6.5, RecommendationStatus.Worse)]
    public void Judge_CutPromised_FollowsTheMeasure(double now, RecommendationStatus status)
    {
        FollowUp item = FollowUpJudge.Judge(Of(from: 6, to: 2), now);
        Assert.Equal(status, item.Status);
        Assert.Equal(now, item.Now);
        Assert.Equal(0.4, item.Tolerance, 1e-9);
    }

    [Theory]
    [InlineData(-2.0, RecommendationStatus.Confirmed)]
    [InlineData(-4.0, RecommendationStatus.Improved)]
    [InlineData(-6.0, RecommendationStatus.Unchanged)]
    [InlineData(-7.0, RecommendationStatus.Worse)]
    public void Judge_BoostPromised_FollowsTheMeasure(double now, RecommendationStatus status) =>
        Assert.Equal(status, FollowUpJudge.Judge(Of(from: -6, to: -2), now).Status);

    [Fact]
    public void Judge_PromiseSmallerThanTheNoise_IsNotConfirmedByStayingPut()
    {
        Promise small = Of(from: 1, to: 0.8);
        Assert.Equal(RecommendationStatus.Unchanged, FollowUpJudge.Judge(small, 1).Status);
        Assert.Equal(RecommendationStatus.Confirmed, FollowUpJudge.Judge(small, 0.85).Status);
    }

    [Fact]
    public void Judge_UnknownMeasure_ToleratesATenthOfThePromise()
    {
        Promise promise = Of(from: 100, to: 0) with { MeasureId = "something_new" };
        Assert.Equal(RecommendationStatus.Confirmed, FollowUpJudge.Judge(promise, 9).Status);
        Assert.Equal(RecommendationStatus.Improved, FollowUpJudge.Judge(promise, 11).Status);
        Assert.Equal(RecommendationStatus.Unchanged, FollowUpJudge.Judge(promise, 91).Status);
    }

    [Fact]
    public void Judge_Dismissed_StaysDismissedAndUnmeasured()
    {
        FollowUp item = FollowUpJudge.Judge(Of(6, 2) with { Status = RecommendationStatus.Dismissed }, 2);
        Assert.Equal(RecommendationStatus.Dismissed, item.Status);
        Assert.Null(item.Now);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(double.NaN)]
    public void Judge_NotMeasurable_KeepsItsStatus(double? now) =>
        Assert.Equal(RecommendationStatus.TriedByUser, FollowUpJudge.Judge(Of(6, 2) with { Status = RecommendationStatus.TriedByUser }, now).Status);

    private static Promise Of(double from, double to) =>
        new("eq.low_end_build_up", "Cut", RecommendationDomain.Eq, MeasureIds.LowMidExcessDb, from, to, RecommendationStatus.Open);
}
