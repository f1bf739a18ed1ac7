using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

public sealed class WordsTests
{
    [Theory]
    [InlineData(double.NegativeInfinity, "−∞")]
    [InlineData(double.NaN, "–")]
    [InlineData(-0.04, "0.0")]
    [InlineData(-14.26, "−14.3")]
    [InlineData(0.6, "0.6")]
    public void Level_OfANumber_ReadsAsOnAMeter(double db, string expected) => Assert.Equal(expected, NumberWords.Level(db));

    [Theory]
    [InlineData(412, "", "412")]
    [InlineData(0.412, "0-1", "41 %")]
    [InlineData(2282.4, "Hz", "2282 Hz")]
    [InlineData(8.963, "dB", "9.0 dB")]
    [InlineData(0.4567, "0–1", "0.46")]
    public void WithUnit_OfANumber_HasTheDecimalsItsUnitAsksFor(double value, string unit, string expected) =>
        Assert.Equal(expected, NumberWords.WithUnit(value, unit));

    [Theory]
    [InlineData("Turn down by -4.0 dB (-2 LU)", "Turn down by −4.0 dB (−2 LU)")]
    [InlineData("take-2 low-pass - 3", "take-2 low-pass - 3")]
    [InlineData("-1", "−1")]
    public void WithMinus_OfAText_ChangesNumbersOnly(string text, string expected) => Assert.Equal(expected, NumberWords.WithMinus(text));

    [Theory]
    [InlineData(3, "a few seconds left")]
    [InlineData(38, "about 40 s left")]
    [InlineData(170, "about 3 min left")]
    [InlineData(double.NaN, "")]
    public void Left_OfSeconds_IsRounded(double seconds, string expected) => Assert.Equal(expected, NumberWords.Left(seconds));

    [Theory]
    [InlineData("true_peak_dbtp", "Measured")]
    [InlineData("chance_harsh_upper_mids", "Judged")]
    public void Cause_OfAReason_TellsWhatIsMeasuredFromWhatIsJudged(string featureId, string word)
    {
        Reason reason = new() { FeatureId = featureId, Measured = 0.4, Threshold = 0.1, Unit = "0-1", Meaning = "It is so.", Name = "name" };
        Assert.StartsWith($"It is so.\n{word}: name 40 %, ", AdviceWords.Cause(reason), StringComparison.Ordinal);
    }

    [Fact]
    public void IsNothingWrong_BestUnderAHalf_IsTrue()
    {
        TrackReport report = new() { Recommendations = { new Recommendation { Confidence = 0.49 } } };
        Assert.True(AdviceWords.IsNothingWrong(report));
        report.Recommendations.Add(new Recommendation { Confidence = 0.5 });
        Assert.False(AdviceWords.IsNothingWrong(report));
        Assert.False(AdviceWords.IsNothingWrong(new TrackReport { NotJudged = "too short" }));
    }
}
