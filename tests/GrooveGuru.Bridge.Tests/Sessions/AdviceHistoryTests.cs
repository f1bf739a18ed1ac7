using GrooveGuru.Bridge.Sessions;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Advice.FollowUps;
using Advice = GrooveGuru.Core.Advice;

namespace GrooveGuru.Bridge.Tests.Sessions;

public class AdviceHistoryTests
{
    private const int RateHz = 1000;

    [Fact]
    public void Former_FirstHearing_IsNone() => Assert.Null(new AdviceHistory().Former(5000, 5000, RateHz));

    [Theory]
    [InlineData(20_000, 20_000, false)]
    [InlineData(12_000, 10_500, false)]
    [InlineData(13_000, 10_500, true)]
    public void Former_AfterAReport_IsHeardAgainOnceEnoughWasPlayedAgain(long written, long heard, bool again)
    {
        AdviceHistory history = new();
        history.Remember(Former("eq.a"), Capture(written: 10_000, heard: 10_000));
        Assert.Equal(again, history.Former(written, heard, RateHz)!.HeardAgain);
    }

    [Fact]
    public void Former_ReplayedBeforeTheReport_DoesNotCountTwice()
    {
        AdviceHistory history = new();
        history.Remember(Former("eq.a"), Capture(written: 30_000, heard: 10_000));
        Assert.False(history.Former(31_000, 10_000, RateHz)!.HeardAgain);
        Assert.True(history.Former(32_000, 10_000, RateHz)!.HeardAgain);
    }

    [Fact]
    public void Mark_Dismissed_SurvivesEveryLaterReport()
    {
        AdviceHistory history = new();
        history.Remember(Former("eq.a", "eq.b"), Capture(10_000, 10_000));

        TrackReport? marked = history.Mark(Report(), "eq.a", RecommendationStatus.Dismissed);

        Assert.Equal(RecommendationStatus.Dismissed, marked!.Recommendations.Single(advice => advice.Id == "eq.a").Status);
        for (int round = 1; round <= 3; round++)
        {
            Assert.Equal(["eq.a"], history.Former(10_000 * (round + 1), 10_000, RateHz)!.Dismissed);
            history.Remember(Former("eq.b"), Capture(10_000 * (round + 1), 10_000));
        }
    }

    [Fact]
    public void Mark_TriedByUser_HoldsUntilItIsMeasured()
    {
        AdviceHistory history = new();
        history.Remember(Former("eq.a"), Capture(10_000, 10_000));
        history.Mark(Report(), "eq.a", RecommendationStatus.TriedByUser);
        Assert.Equal(Advice.RecommendationStatus.TriedByUser, Assert.Single(history.Former(10_000, 10_000, RateHz)!.Promises).Status);
        history.Remember(Former("eq.a"), Capture(20_000, 10_000));
        Assert.Equal(Advice.RecommendationStatus.Open, Assert.Single(history.Former(20_000, 10_000, RateHz)!.Promises).Status);
    }

    [Fact]
    public void Mark_BeforeAnyFinalReport_IsKept()
    {
        AdviceHistory history = new();
        history.Mark(Report(), "eq.a", RecommendationStatus.Dismissed);
        FormerAdvice former = history.Former(1, 1, RateHz)!;
        Assert.Equal(["eq.a"], former.Dismissed);
        Assert.False(former.HeardAgain);
    }

    [Fact]
    public void Mark_UnknownRecommendation_IsNone() => Assert.Null(new AdviceHistory().Mark(Report(), "eq.z", RecommendationStatus.Dismissed));

    private static CaptureToAnalyse Capture(long written, long heard) => new(null!, null!, written, heard, null);

    private static FormerAdvice Former(params string[] ids) => FormerAdvice.Nothing with
    {
        Promises = [.. ids.Select(id => new Promise(
            id, "Cut", Advice.RecommendationDomain.Eq, Advice.MeasureIds.LowMidExcessDb, 6, 2, Advice.RecommendationStatus.Open))],
    };

    private static TrackReport Report()
    {
        TrackReport report = new();
        foreach (string id in (string[])["eq.a", "eq.b"])
        {
            Recommendation advice = new() { Id = id, Title = "Cut", Domain = RecommendationDomain.Eq, Status = RecommendationStatus.Open };
            advice.Expects.Add(new Expectation { FeatureId = Advice.MeasureIds.LowMidExcessDb, From = 6, To = 2, Unit = "dB" });
            report.Recommendations.Add(advice);
        }

        return report;
    }
}
