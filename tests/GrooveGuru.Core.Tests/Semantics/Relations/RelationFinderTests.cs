using GrooveGuru.Core.DemoSong;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Loudness;
using GrooveGuru.Core.Semantics.Relations;

namespace GrooveGuru.Core.Tests.Semantics.Relations;

public class RelationFinderTests
{
    public static TheoryData<string> Sounds => SoundsWithoutMusic.Names;

    [Theory]
    [MemberData(nameof(Sounds))]
    public void Find_SoundWithoutMusic_SaysWhyNothingIsGiven(string sound) => Assert.All(
        RelationFinder.Find(SoundsWithoutMusic.Analysed(sound)),
        relation =>
        {
            Assert.Null(relation.Value);
            Assert.Null(relation.Word);
            Assert.EndsWith(".", RelationText.Write(relation), StringComparison.Ordinal);
        });

    [Fact]
    public void Find_Song_GivesAllThreeWithASentence()
    {
        IReadOnlyList<FeatureRelation> relations = RelationFinder.Find(TrackAnalyzer.Analyze(DemoSongRenderer.Render().Mix));
        Assert.Equal([RelationFinder.TempoEnergy, RelationFinder.SpectralTimbral, RelationFinder.HarmonicPercussive], relations.Select(relation => relation.Id));
        Assert.All(relations, relation =>
        {
            Assert.InRange(relation.Value!.Value, 0, 1);
            Assert.EndsWith(".", RelationText.Write(relation), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Find_TempoAndEnergy_CohereWhereBothAreHigh()
    {
        Assert.InRange(Relation(RelationFinder.TempoEnergy, bpm: 175, onsets: 8, percussive: 0.85).Value!.Value, 0.8, 1);
        Assert.InRange(Relation(RelationFinder.TempoEnergy, bpm: 175, onsets: 0.6, percussive: 0.02).Value!.Value, 0, 0.35);
        Assert.StartsWith(
            "The playing is much calmer than the tempo: 175 BPM",
            RelationText.Write(Relation(RelationFinder.TempoEnergy, bpm: 175, onsets: 0.6, percussive: 0.02)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Find_SpectrumAndTimbre_CohereWhereAllAreBright()
    {
        double together = Relation(RelationFinder.SpectralTimbral, centroid: 5000, rolloff: 9000, crossings: 0.25, tilt: 20).Value!.Value;
        double apart = Relation(RelationFinder.SpectralTimbral, centroid: 700, rolloff: 9000, crossings: 0.02, tilt: 30).Value!.Value;
        Assert.InRange(together, 0.8, 1);
        Assert.InRange(apart, 0, together - 0.3);
    }

    [Fact]
    public void Find_TonesAndAttacks_BalanceFallsTowardsBothEnds()
    {
        double even = Relation(RelationFinder.HarmonicPercussive, percussive: 0.2).Value!.Value;
        Assert.True(even > Relation(RelationFinder.HarmonicPercussive, percussive: 0.02).Value);
        Assert.True(even > Relation(RelationFinder.HarmonicPercussive, percussive: 0.9).Value);
        Assert.Contains(
            "attacks 90 %: led by attacks", RelationText.Write(Relation(RelationFinder.HarmonicPercussive, percussive: 0.9)), StringComparison.Ordinal);
    }

    private static FeatureRelation Relation(
        string id,
        double bpm = 120,
        double onsets = 4,
        double percussive = 0.2,
        double centroid = 2000,
        double rolloff = 4000,
        double crossings = 0.08,
        double tilt = 100)
    {
        FeatureSet features = new(
        [
            FeatureMeaningTableTests.Value(FeatureIds.Tempo, bpm, 0.9),
            FeatureMeaningTableTests.Value(FeatureIds.OnsetDensity, onsets),
            FeatureMeaningTableTests.Value(FeatureCatalog.MfccId(2), tilt),
            FeatureMeaningTableTests.Value(FeatureIds.SpectralCentroid, centroid),
            FeatureMeaningTableTests.Value(FeatureIds.SpectralRolloff, rolloff),
            FeatureMeaningTableTests.Value(FeatureIds.ZeroCrossingRate, crossings),
            FeatureMeaningTableTests.Value(FeatureIds.HarmonicRatio, 1 - percussive),
            FeatureMeaningTableTests.Value(FeatureIds.PercussiveRatio, percussive),
        ]);
        TrackAnalysis analysis = new(
            30,
            44100,
            2,
            features,
            new ExtendedMeasures
            {
                Loudness = new LoudnessMeasures(-16, -14, -12, 4, -1, 15),
                TonalBalance = [0.1, 0.3, 0.2, 0.2, 0.1, 0.06, 0.04],
                ClippedSamples = 0,
                DcOffset = 0,
                NonFiniteSamples = 0,
                BeatsSeconds = [],
                OnsetsSeconds = [1, 2, 3],
            });
        return RelationFinder.Find(analysis).Single(relation => relation.Id == id);
    }
}
