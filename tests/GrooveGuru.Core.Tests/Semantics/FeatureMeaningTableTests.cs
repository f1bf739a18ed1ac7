using GrooveGuru.Core.Features;
using GrooveGuru.Core.Semantics;

namespace GrooveGuru.Core.Tests.Semantics;

public class FeatureMeaningTableTests
{
    [Fact]
    public void Entries_All_HaveFiveWordsARangeAndASource() => Assert.All(FeatureMeaningTable.Entries, entry =>
    {
        Assert.Equal(5, entry.Words.Count);
        Assert.Equal(5, entry.Words.Distinct().Count());
        Assert.True(entry.Low < entry.High);
        Assert.True(entry.Scale == MeaningScale.Linear || entry.Low > 0);
        Assert.True(entry.Scale != MeaningScale.Odds || entry.High < 1);
        Assert.NotEmpty(entry.Source);
    });

    [Fact]
    public void Entries_All_AreTheFeaturesOfTheCatalogueInItsOrder() =>
        Assert.Equal(FeatureCatalog.All.Select(feature => feature.Id), FeatureMeaningTable.Entries.Select(entry => entry.FeatureId));

    [Fact]
    public void Entries_ThatFollow_FollowOneThatLeads() => Assert.All(
        FeatureMeaningTable.Entries.Where(entry => entry.Follows is not null),
        entry => Assert.Null(FeatureMeaningTable.Find(entry.Follows!)!.Follows));

    [Fact]
    public void Words_OfAnyFeature_SpeakOfNoShape() =>
        Assert.DoesNotContain(FeatureMeaningTable.Entries.SelectMany(entry => entry.Words), word => word.Contains("shape", StringComparison.Ordinal));

    [Fact]
    public void Interpret_RisingValue_NeverFallsInIntensity()
    {
        foreach (MeaningEntry entry in FeatureMeaningTable.Entries.Where(entry => entry.FeatureId != FeatureIds.Key))
        {
            double span = entry.High - entry.Low;
            FeatureMeaning[] meanings =
            [
                .. Enumerable.Range(-5, 60)
                    .Select(step => entry.Low + (span * step / 50))
                    .Where(value => entry.FeatureId != FeatureIds.Tempo || value > 0)
                    .Select(value => FeatureMeaningTable.Interpret(Value(entry.FeatureId, value))!),
            ];
            Assert.Equal(meanings.Select(meaning => meaning.Normalised).Order(), meanings.Select(meaning => meaning.Normalised));
            Assert.Equal(Intensity.VeryLow, meanings[0].Intensity);
            Assert.Equal(Intensity.VeryHigh, meanings[^1].Intensity);
            Assert.All(meanings, meaning => Assert.InRange(meaning.Normalised, 0, 1));
        }
    }

    [Theory]
    [InlineData(FeatureIds.SpectralCentroid, 500, "dark")]
    [InlineData(FeatureIds.SpectralCentroid, 2000, "balanced")]
    [InlineData(FeatureIds.CrestFactor, 5, "squashed")]
    [InlineData(FeatureIds.CrestFactor, 15, "natural")]
    [InlineData(FeatureIds.StereoWidth, 0.001, "nearly mono")]
    public void Interpret_Value_HasTheMusiciansWord(string id, double value, string word) =>
        Assert.Equal(word, FeatureMeaningTable.Interpret(Value(id, value))!.Word);

    [Fact]
    public void Interpret_NotMeasurableOrNoPulseOrUnknown_IsNothing()
    {
        Assert.Null(FeatureMeaningTable.Interpret(Value(FeatureIds.Tempo, 0)));
        Assert.Null(FeatureMeaningTable.Interpret(Value("unheard_of", 12)));
        Assert.Null(FeatureMeaningTable.Interpret(
            FeatureValue.NotMeasurable(Definition(FeatureIds.CrestFactor), "Nothing but silence.")));
    }

    [Theory]
    [InlineData(0, SemanticLevel.Minimal)]
    [InlineData(0.2, SemanticLevel.Subtle)]
    [InlineData(0.5, SemanticLevel.Full)]
    [InlineData(0.7, SemanticLevel.Strong)]
    [InlineData(0.8, SemanticLevel.Intense)]
    [InlineData(1, SemanticLevel.Dominant)]
    public void Level_NormalisedValue_IsItsSeventh(double normalised, SemanticLevel level) =>
        Assert.Equal(level, new FeatureMeaning("tempo", normalised, Intensity.Moderate, "").Level);

    [Theory]
    [InlineData("A minor", 0.8, "minor colour")]
    [InlineData("C major", 0.8, "major colour")]
    [InlineData("C major", 0.35, "perhaps leaning major")]
    public void Interpret_Key_HasTheColourOfItsMode(string key, double confidence, string word)
    {
        FeatureValue value = new()
        {
            Definition = Definition(FeatureIds.Key),
            Text = key,
            Confidence = confidence,
            Alternatives = [new FeatureAlternative(null, key.EndsWith("major", StringComparison.Ordinal) ? "A minor" : "C major", 0.1)],
        };
        Assert.Equal(word, FeatureMeaningTable.Interpret(value)!.Word);
    }

    [Fact]
    public void Interpret_KeyThatIsUnsure_IsNothing() => Assert.Null(FeatureMeaningTable.Interpret(
        FeatureValue.NotMeasurable(Definition(FeatureIds.Key), "No key stands out.") with { Text = FeatureValue.Unsure, Confidence = 0 }));

    [Fact]
    public void Interpret_WidthOfOneChannel_IsMono() => Assert.Equal("mono", FeatureMeaningTable.Interpret(Value(FeatureIds.StereoWidth, 0))!.Word);

    [Fact]
    public void Interpret_TempoThatIsGuessed_SaysPerhaps() =>
        Assert.Equal("perhaps slow", FeatureMeaningTable.Interpret(Value(FeatureIds.Tempo, 70, 0.2))!.Word);

    [Fact]
    public void Interpret_SharesOfTonesAndAttacks_MirrorEachOther()
    {
        for (double share = 0; share <= 1; share += 0.01)
        {
            FeatureMeaning tones = FeatureMeaningTable.Interpret(Value(FeatureIds.HarmonicRatio, 1 - share))!;
            FeatureMeaning attacks = FeatureMeaningTable.Interpret(Value(FeatureIds.PercussiveRatio, share))!;
            Assert.Equal(1, tones.Normalised + attacks.Normalised, 9);
        }
    }

    [Fact]
    public void Interpret_BrightRollOffOverADarkCentroid_IsMixed()
    {
        FeatureSet features = new([Value(FeatureIds.SpectralCentroid, 500), Value(FeatureIds.SpectralRolloff, 9000)]);
        Assert.Equal(["dark", MeaningEntry.Mixed], FeatureMeaningTable.Interpret(features).Select(meaning => meaning.Word));
    }

    internal static FeatureValue Value(string id, double value, double? confidence = null) =>
        FeatureValue.Of(Definition(id), value, confidence);

    internal static FeatureDefinition Definition(string id) => new(id, FeatureDomain.Derived, "", id);
}
