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
    [InlineData("true_peak_dbtp", "Measured on the whole track")]
    [InlineData("chance_harsh_upper_mids", "Judged from the sound of the whole track")]
    public void Cause_OfAReason_TellsWhatIsMeasuredFromWhatIsJudged(string featureId, string word)
    {
        Reason reason = new() { FeatureId = featureId, Measured = 0.4, Threshold = 0.1, Unit = "0-1", Meaning = "It is so.", Name = "name" };
        Assert.StartsWith($"It is so.\n{word}: name 40 %; ", AdviceWords.Cause(reason), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true peak 0.5 dBTP before, -3.6 dBTP after", "True peak 0.5 dBTP → -3.6 dBTP")]
    [InlineData("low end 4.6 dB over the reference before, 0.9 dB over after", "Low end 4.6 dB over the reference → 0.9 dB over")]
    [InlineData("true peak -1.1 dBTP, as before", "True peak -1.1 dBTP, as before")]
    [InlineData("", "Clipped samples 269 → 0")]
    public void EvidencePhrase_OfTwoReadings_IsOneLine(string text, string expected) =>
        Assert.Equal(expected, AdviceWords.EvidencePhrase(new Evidence { FeatureId = "clipped_samples", Before = 269, After = 0, Text = text }));

    [Theory]
    [InlineData(AdviceVerdict.NothingClearlyWrong, "Nothing is clearly wrong. Leave it.", "Nothing is clearly wrong", "Leave it.")]
    [InlineData(AdviceVerdict.NothingToFix, "Nothing to fix: all is in line.", "Nothing to fix: all is in line", "")]
    [InlineData(AdviceVerdict.NotJudged, "Too short. Play more.", "Not judged", "Too short. Play more.")]
    public void Verdict_OfAReport_IsTheBridges(AdviceVerdict verdict, string sent, string title, string text) =>
        Assert.Equal((title, text), AdviceWords.Verdict(new TrackReport { Verdict = verdict, VerdictText = sent }));

    [Fact]
    public void Confidence_OfTheSameNumber_GoesByWhatTheBridgeCallsLikely()
    {
        Assert.Equal("Probable", AdviceWords.Confidence(new Recommendation { Confidence = 0.4, Likely = true }));
        Assert.Equal("Perhaps", AdviceWords.Confidence(new Recommendation { Confidence = 0.9 }));
    }

    [Fact]
    public void Listen_WithAGuess_NamesItAndHowSure()
    {
        RoleEstimate guess = new() { Role = TrackRole.FullMix, Confidence = 0.824, Alternatives = { new RoleProbability { Role = TrackRole.FullMix, Probability = 0.824 } } };
        Assert.Equal("Listen and guess (now: full mix, 82 %)", RoleWords.Listen(guess));
        Assert.Equal("Full mix, by ear", RoleWords.Chosen(TrackRole.Unspecified, guess));
        Assert.Equal("Bass", RoleWords.Chosen(TrackRole.Bass, guess));
        guess.NameWord = "mix";
        Assert.Equal("Full mix, by name", RoleWords.Chosen(TrackRole.Unspecified, guess));
        guess.SoundAgrees = true;
        Assert.Equal("Full mix, by ear", RoleWords.Chosen(TrackRole.Unspecified, guess));
        guess.Role = TrackRole.Unknown;
        Assert.Equal("Listen and guess (now: unsure, perhaps full mix)", RoleWords.Listen(guess));
        Assert.Equal("Listen and guess", RoleWords.Listen(null));
    }
}
