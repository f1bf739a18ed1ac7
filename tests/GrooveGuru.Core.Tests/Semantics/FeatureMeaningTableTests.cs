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
        Assert.True(!entry.Logarithmic || entry.Low > 0);
        Assert.NotEmpty(entry.Source);
    });

    [Fact]
    public void Entries_All_AreOfFeaturesThatAreMeasured() =>
        Assert.All(FeatureMeaningTable.Entries, entry => Assert.NotNull(FeatureCatalog.Find(entry.FeatureId)));

    [Fact]
    public void Interpret_RisingValue_NeverFallsInIntensity()
    {
        foreach (MeaningEntry entry in FeatureMeaningTable.Entries)
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
        Assert.Null(FeatureMeaningTable.Interpret(Value("mfcc_3", 12)));
        Assert.Null(FeatureMeaningTable.Interpret(
            FeatureValue.NotMeasurable(Definition(FeatureIds.CrestFactor), "Nothing but silence.")));
    }

    internal static FeatureValue Value(string id, double value, double? confidence = null) =>
        FeatureValue.Of(Definition(id), value, confidence);

    internal static FeatureDefinition Definition(string id) => new(id, FeatureDomain.Derived, "", id);
}
