using GrooveGuru.Core.Features;
using GrooveGuru.Core.Semantics.Judgements;

namespace GrooveGuru.Core.Semantics.Relations;

/// <summary>Tells how features that belong together agree.</summary>
/// <remarks>
/// Tempo–energy coherence: the tempo placed from 60 to 180 BPM beside the energy of the playing (attacks a second and percussive share); 1 minus their
/// distance. A fast pulse with few soft notes, or a slow one with many hard ones, pulls apart.
/// Spectral–timbral coherence: how bright the sound is by its centroid, its roll-off, its zero crossings and its cepstral tilt; 1 minus twice their
/// mean distance from their mean, so that 0 is half of them at each end. It falls where the spectrum has two centres, as a sub bass under cymbals.
/// Harmonic–percussive balance: how even tones and attacks share the energy, by the odds: 1 where they are as usual music has them in its middle, 0 at
/// either end of what the corpus shows.
/// </remarks>
public static class RelationFinder
{
    /// <summary>Id of the relation of tempo and energy.</summary>
    public const string TempoEnergy = "tempo_energy_coherence";

    /// <summary>Id of the relation of spectrum and timbre.</summary>
    public const string SpectralTimbral = "spectral_timbral_coherence";

    /// <summary>Id of the balance of tones and attacks.</summary>
    public const string HarmonicPercussive = "harmonic_percussive_balance";

    private static readonly string[] CoherenceWords = ["contrary", "loose", "related", "coherent", "as one"];

    /// <summary>The three relations, in this order.</summary>
    /// <param name="analysis">What was measured.</param>
    public static IReadOnlyList<FeatureRelation> Find(TrackAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return [TempoAndEnergy(analysis), SpectrumAndTimbre(analysis), TonesAndAttacks(analysis)];
    }

    private static FeatureRelation TempoAndEnergy(TrackAnalysis analysis)
    {
        const string name = "Tempo and energy";
        RelationPart? tempo = Part(analysis, FeatureIds.Tempo);
        RelationPart[] energy = [.. new[] { Part(analysis, FeatureIds.OnsetDensity), Part(analysis, FeatureIds.PercussiveRatio) }.OfType<RelationPart>()];
        string? reason = HeardEnough.ReasonAgainstSound(analysis)
            ?? (tempo is null ? "There is no steady pulse to compare with." : energy.Length < 2 ? "The energy of the playing could not be measured." : null);
        return reason is null
            ? Coherence(TempoEnergy, name, 1 - Math.Abs(tempo!.Place - energy.Average(part => part.Place)), [tempo, .. energy])
            : NotGiven(TempoEnergy, name, reason);
    }

    private static FeatureRelation SpectrumAndTimbre(TrackAnalysis analysis)
    {
        const string name = "Spectrum and timbre";
        string tilt = FeatureCatalog.MfccId(2);
        RelationPart[] brightness =
        [
            .. new[] { FeatureIds.SpectralCentroid, FeatureIds.SpectralRolloff, FeatureIds.ZeroCrossingRate, tilt }
                .Select(id => Part(analysis, id)).OfType<RelationPart>()
                .Select(part => part.FeatureId == tilt ? part with { Place = 1 - part.Place } : part),
        ];
        string? reason = HeardEnough.ReasonAgainstSound(analysis) ?? (brightness.Length < 3 ? "The brightness could not be measured." : null);
        if (reason is not null)
        {
            return NotGiven(SpectralTimbral, name, reason);
        }

        double mean = brightness.Average(part => part.Place);
        return Coherence(SpectralTimbral, name, 1 - (2 * brightness.Average(part => Math.Abs(part.Place - mean))), brightness);
    }

    private static FeatureRelation TonesAndAttacks(TrackAnalysis analysis)
    {
        const string name = "Tones and attacks";
        RelationPart? tones = Part(analysis, FeatureIds.HarmonicRatio), attacks = Part(analysis, FeatureIds.PercussiveRatio);
        string? reason = HeardEnough.ReasonAgainstSound(analysis)
            ?? (tones is null || attacks is null ? "Tones and attacks could not be told apart." : null);
        if (reason is not null)
        {
            return NotGiven(HarmonicPercussive, name, reason);
        }

        string[] words = ["nearly all tones", "led by tones", "tones with attacks", "tones and attacks alike", "led by attacks"];
        string word = words[Math.Min((int)(attacks!.Place * words.Length), words.Length - 1)];
        return new FeatureRelation(HarmonicPercussive, name, 1 - Math.Abs((2 * attacks.Place) - 1), word, [tones!, attacks], null);
    }

    private static FeatureRelation Coherence(string id, string name, double value, IReadOnlyList<RelationPart> between) =>
        new(id, name, value, CoherenceWords[Math.Min((int)(value * CoherenceWords.Length), CoherenceWords.Length - 1)], between, null);

    private static FeatureRelation NotGiven(string id, string name, string reason) => new(id, name, null, null, [], reason);

    private static RelationPart? Part(TrackAnalysis analysis, string id) =>
        analysis.Features.Find(id) is { } feature && FeatureMeaningTable.Interpret(feature) is { } meaning
            ? new RelationPart(id, feature.Value ?? 0, meaning.Normalised)
            : null;
}
