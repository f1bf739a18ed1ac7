using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Tests.Reporting;

public sealed class FeatureTextTests
{
    [Theory]
    [InlineData(130.2, 0.2, "65.0 BPM (or 130)")]
    [InlineData(32.4, 0.15, "65.0 BPM (or 32)")]
    [InlineData(130.2, 0.14, "65.0 BPM")]
    [InlineData(97.5, 0.4, "65.0 BPM")]
    public void Value_TempoWithASecondReading_TellsOnlyALikelyDoubleOrHalf(double otherBpm, double confidence, string expected)
    {
        FeatureValue tempo = new() { Id = "tempo", Unit = "BPM", Value = 65 };
        tempo.Alternatives.Add(new FeatureAlternative { Value = otherBpm, Confidence = confidence });

        Assert.Equal(expected, FeatureText.Value(tempo));
    }

    [Theory]
    [InlineData(0.25, "Bb minor (or F minor)")]
    [InlineData(0.24, "Bb minor")]
    public void Value_KeyWithASecondReading_TellsALikelyOne(double confidence, string expected)
    {
        FeatureValue key = new() { Id = "key", Text = "Bb minor" };
        key.Alternatives.Add(new FeatureAlternative { Text = "F minor", Confidence = confidence });

        Assert.Equal(expected, FeatureText.Value(key));
    }

    [Fact]
    public void Sure_OfAnUndecidedTempo_IsEmpty() =>
        Assert.Equal("", FeatureText.Sure(new FeatureValue { Id = "tempo", Text = "unsure", Value = 0, Confidence = 0 }));

    [Theory]
    [InlineData(-0.04, "0.0")]
    [InlineData(-0.06, "-0.1")]
    public void Number_RoundedToZero_HasNoSign(double value, string expected) => Assert.Equal(expected, FeatureText.Number(value, "0.0"));
}
