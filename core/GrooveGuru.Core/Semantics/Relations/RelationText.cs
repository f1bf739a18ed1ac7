using System.Globalization;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Semantics.Relations;

/// <summary>The sentence of a relation, made from its data.</summary>
public static class RelationText
{
    /// <summary>What the relation says, with what was measured; the reason where it is not given.</summary>
    public static string Write(FeatureRelation relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        if (relation.Value is not double value)
        {
            return relation.NotGivenReason ?? "";
        }

        var parts = relation.Between.ToDictionary(part => part.FeatureId);
        return relation.Id switch
        {
            RelationFinder.TempoEnergy => TempoEnergy(value, parts),
            RelationFinder.SpectralTimbral => string.Create(
                CultureInfo.InvariantCulture,
                $"{Agreement(value, "All signs of brightness agree", "The signs of brightness differ a little", "The spectrum has two centres, a low and a high one")}: centroid {parts[FeatureIds.SpectralCentroid].Value:0} Hz, roll-off {parts[FeatureIds.SpectralRolloff].Value:0} Hz."),
            RelationFinder.HarmonicPercussive => string.Create(
                CultureInfo.InvariantCulture,
                $"Tones carry {parts[FeatureIds.HarmonicRatio].Value:P0} of the energy, attacks {parts[FeatureIds.PercussiveRatio].Value:P0}: {relation.Word}."),
            _ => "",
        };
    }

    private static string TempoEnergy(double value, Dictionary<string, RelationPart> parts)
    {
        RelationPart tempo = parts[FeatureIds.Tempo], attacks = parts[FeatureIds.OnsetDensity];
        bool playsFaster = (attacks.Place + parts[FeatureIds.PercussiveRatio].Place) / 2 > tempo.Place;
        string said = Agreement(
            value,
            "The playing is as lively as the tempo",
            playsFaster ? "The playing is livelier than the tempo" : "The playing is calmer than the tempo",
            playsFaster ? "The playing is much livelier than the tempo" : "The playing is much calmer than the tempo");
        return string.Create(CultureInfo.InvariantCulture, $"{said}: {tempo.Value:0} BPM with {attacks.Value:0.0} attacks a second.");
    }

    private static string Agreement(double value, string much, string some, string little) => value >= 0.8 ? much : value >= 0.5 ? some : little;
}
