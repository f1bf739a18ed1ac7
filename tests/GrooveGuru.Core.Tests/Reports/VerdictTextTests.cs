using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Reports;

namespace GrooveGuru.Core.Tests.Reports;

public class VerdictTextTests
{
    [Fact]
    public void Write_NoAdvice_SaysThatThereIsNothingToFixOrWhyNothingWasJudged()
    {
        Assert.Equal(AdviceVerdict.NothingToFix, VerdictText.Of([], null));
        Assert.StartsWith("Nothing to fix", VerdictText.Write([], null), StringComparison.Ordinal);
        Assert.Equal(AdviceVerdict.NotJudged, VerdictText.Of([], "Only silence."));
        Assert.Equal("Only silence.", VerdictText.Write([], "Only silence."));
    }

    [Fact]
    public void Write_PossibleOnly_SaysThatNothingIsClearlyWrong()
    {
        Recommendation[] given = [Given(0.3), Given(0.12)];
        Assert.Equal(AdviceVerdict.NothingClearlyWrong, VerdictText.Of(given, null));
        Assert.Equal(
            "Nothing is clearly wrong. Two changes below are possible only (30 % likely at most): compare by ear, or leave it as it is.",
            VerdictText.Write(given, null));
        Assert.Contains("One change below is possible", VerdictText.Write([Given(0.3)], null), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Likely_CountsWhatIsWorthMaking()
    {
        Assert.Equal(AdviceVerdict.SomethingToFix, VerdictText.Of([Given(0.5)], null));
        Assert.Equal("One change is worth making.", VerdictText.Write([Given(0.5)], null));
        Assert.Equal(
            "Two changes are worth making. Two more are possible only: judge again after the first.",
            VerdictText.Write([Given(0.9), Given(0.5), Given(0.4), Given(0.1)], null));
        Assert.StartsWith("4 changes are", VerdictText.Write([.. Enumerable.Repeat(Given(0.9), 4)], null), StringComparison.Ordinal);
    }

    private static Recommendation Given(double confidence) => new()
    {
        Id = "gain.level",
        Domain = RecommendationDomain.Gain,
        Title = "Turn down",
        Priority = 2,
        Confidence = confidence,
        Because = [],
        Chain = [new GainSettings(-3)],
        Expects = [],
        Evidence = [],
    };
}
