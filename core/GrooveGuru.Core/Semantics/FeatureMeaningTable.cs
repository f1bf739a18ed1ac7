using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Semantics;

/// <summary>What measured values say in a musician's words.</summary>
/// <remarks>
/// "Set" as a source means the development recordings (6 real ones: orchestra, rock, electronic, pop, trumpet, voice; 13 rendered ones:
/// folk tunes, chorales, drum loops and stems): the range runs from about the second lowest to the second highest value measured on them.
/// </remarks>
public static class FeatureMeaningTable
{
    private const string Set = "set";

    /// <summary>The features that have words.</summary>
    public static IReadOnlyList<MeaningEntry> Entries { get; } =
    [
        new(FeatureIds.Tempo, 60, 180, false, ["slow", "walking", "medium", "driving", "fast"],
            "the tempos of popular music, 60 to 180 BPM (Moelants 2002: preferred tempo around 120)"),
        new(FeatureIds.OnsetDensity, 0.5, 10, true, ["still", "sparse", "flowing", "busy", "crowded"], Set),
        new(FeatureIds.SpectralCentroid, 350, 8000, true, ["dark", "mellow", "balanced", "bright", "piercing"],
            "set, widened so that mixes of 1.2 to 2.3 kHz read as balanced"),
        new(FeatureIds.SpectralRolloff, 800, 12000, true, ["muffled", "soft", "open", "airy", "sizzling"], Set),
        new(FeatureIds.SpectralContrast, 12, 30, false, ["noisy", "hazy", "clear", "defined", "pure"], Set),
        new(FeatureIds.ZeroCrossingRate, 0.02, 0.2, true, ["smooth", "rounded", "neutral", "edgy", "noisy"], Set),
        new(FeatureIds.Rms, -40, -8, false, ["very quiet", "quiet", "at working level", "loud", "very loud"],
            "working level -18 dBFS (EBU R 68 alignment) in the middle"),
        new(FeatureIds.CrestFactor, 6, 26, false, ["squashed", "dense", "natural", "punchy", "spiky"],
            "set for the upper end; 6 dB is a limited wall of sound"),
        new(FeatureIds.DynamicRange, 3, 30, false, ["flat", "even", "breathing", "lively", "dramatic"], Set),
        new(FeatureIds.HarmonicRatio, 0, 1, false, ["struck", "percussive", "mixed", "tonal", "sustained"], Set),
        new(FeatureIds.PercussiveRatio, 0.03, 1, true, ["smooth", "gentle", "articulate", "percussive", "drum-like"], Set),
        new(FeatureIds.ChannelCorrelation, -0.2, 1, false, ["out of phase", "very wide", "wide", "focused", "near mono"],
            "scale of a correlation meter"),
        new(FeatureIds.StereoWidth, 0, 0.35, false, ["nearly mono", "narrow", "moderately wide", "wide", "very wide"], Set),
        new(FeatureIds.ArrangementDensity, 0, 1, false, ["bare", "thin", "filled", "full", "packed"], "its own scale"),
        new(FeatureIds.PunchFactor, 0, 1, false, ["soft", "gentle", "present", "punchy", "hard-hitting"], "its own scale"),
        new(FeatureIds.SubBassRatio, 0.0005, 0.4, true, ["no sub", "light", "grounded", "heavy", "boomy"], Set),
    ];

    private static readonly Dictionary<string, MeaningEntry> ById = Entries.ToDictionary(entry => entry.FeatureId);

    /// <summary>The meaning of one value.</summary>
    /// <param name="value">A measured feature.</param>
    /// <returns>Its meaning; null where the feature has no words or no number, and for a tempo of 0 (no pulse).</returns>
    public static FeatureMeaning? Interpret(FeatureValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        string id = value.Definition.Id;
        if (value.Value is not double number
            || !ById.TryGetValue(id, out MeaningEntry? entry)
            || (id == FeatureIds.Tempo && number <= 0))
        {
            return null;
        }

        double normalised = Normalise(entry, number);
        int step = Math.Min((int)(normalised * entry.Words.Count), entry.Words.Count - 1);
        return new FeatureMeaning(id, normalised, (Intensity)step, entry.Words[step]);
    }

    /// <summary>The meanings of all features that have one, in the set's order.</summary>
    public static IReadOnlyList<FeatureMeaning> Interpret(FeatureSet features)
    {
        ArgumentNullException.ThrowIfNull(features);
        return [.. features.Select(Interpret).OfType<FeatureMeaning>()];
    }

    private static double Normalise(MeaningEntry entry, double value)
    {
        double place = entry.Logarithmic
            ? Math.Log(Math.Max(value, entry.Low) / entry.Low) / Math.Log(entry.High / entry.Low)
            : (value - entry.Low) / (entry.High - entry.Low);
        return Math.Clamp(place, 0, 1);
    }
}
