using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Semantics;

/// <summary>What measured values say in a musician's words.</summary>
/// <remarks>
/// Ranges marked "corpus" run from the 5th to the 95th percentile over the development part of a corpus of role-labelled clips in which every
/// role counts the same, so that "high" means high among all that a producer puts on a track; the verb "meanings" of
/// tools/GrooveGuru.Fitting measures them again, and its README says what the corpus is. Words of features that speak of one quality are
/// reconciled, see <see cref="MeaningEntry.Follows"/>; all others name their own quality ("heavy sub", "thin spectrum").
/// </remarks>
public static class FeatureMeaningTable
{
    private const string Corpus = "corpus, 5th to 95th percentile";

    // Below this a tempo or key is rather wrong than right.
    private const double UnsureBelow = 0.4;

    // Quieter than this below the mid signal, the side signal is rounding or dither.
    private const double MonoWidth = 1e-6;

    // Of a coefficient that no ear hears by itself, and no sentence names.
    private static readonly string[] Places = ["far below usual", "below usual", "usual", "above usual", "far above usual"];

    /// <summary>How each feature is read, one entry a feature, in catalogue order.</summary>
    public static IReadOnlyList<MeaningEntry> Entries { get; } =
    [
        new(FeatureIds.Tempo, 60, 180, MeaningScale.Linear, ["slow", "walking", "medium", "quick", "fast"],
            "the tempos of popular music, 60 to 180 BPM (Moelants 2002: preferred tempo around 120)"),
        new(FeatureIds.Key, 0, 1, MeaningScale.Linear,
            ["minor colour", "leaning minor", "between major and minor", "leaning major", "major colour"], "share of major among the likely keys"),
        new(FeatureIds.KeyConfidence, 0, 1, MeaningScale.Linear, ["no firm key", "vague key", "likely key", "clear key", "firm key"],
            "its own scale: a calibrated probability"),
        Measured(FeatureIds.OnsetDensity, MeaningScale.Logarithmic, ["rare events", "spaced", "flowing", "busy", "crowded"]),
        Measured(FeatureCatalog.MfccId(1), MeaningScale.Linear, ["faint overall", "light overall", "usual overall", "strong overall", "massive overall"])
            with { Follows = FeatureIds.Rms },
        Measured(FeatureCatalog.MfccId(2), MeaningScale.Linear, ["top-heavy tilt", "tilted up", "usual tilt", "tilted down", "bottom-heavy tilt"])
            with { Follows = FeatureIds.SpectralCentroid, IsOpposed = true },
        .. Enumerable.Range(3, 11).Select(number => Measured(FeatureCatalog.MfccId(number), MeaningScale.Linear, Places)),
        Measured(FeatureIds.MfccBass, MeaningScale.Linear, ["thin body", "light body", "usual body", "full body", "heavy body"])
            with { Follows = FeatureIds.Rms },
        Measured(FeatureIds.MfccMid, MeaningScale.Linear, Places),
        Measured(FeatureIds.MfccTreble, MeaningScale.Linear, Places),
        Measured(FeatureIds.SpectralCentroid, MeaningScale.Logarithmic, ["dark", "mellow", "balanced", "bright", "piercing"])
            with { High = 8000, Source = "corpus, 5th percentile; widened upwards so that mixes of 1.3 to 2.4 kHz read as balanced" },
        Measured(FeatureIds.SpectralRolloff, MeaningScale.Logarithmic, ["closed top", "rounded top", "open top", "airy top", "sizzling top"])
            with { Follows = FeatureIds.SpectralCentroid, High = 10_000, Source = "corpus, 5th percentile; widened upwards as the centroid" },
        Measured(FeatureIds.SpectralContrast, MeaningScale.Linear, ["blurred", "blended", "clear", "defined", "clean-cut"]),
        Measured(FeatureIds.ZeroCrossingRate, MeaningScale.Logarithmic, ["round", "soft-edged", "neutral", "edgy", "fizzy"])
            with { Follows = FeatureIds.SpectralCentroid },
        new(FeatureIds.Rms, -36, 0, MeaningScale.Linear, ["very quiet", "quiet", "at working level", "loud", "very loud"],
            "a convention, not data: working level -18 dBFS (EBU R 68 alignment) in the middle, full scale at the end"),
        Measured(FeatureIds.CrestFactor, MeaningScale.Linear, ["squashed", "compact", "natural", "lively", "spiky"]) with
        {
            Low = 6,
            Source = "6 dB is a limited wall of sound, of which the corpus has none; corpus, 95th percentile",
        },
        Measured(FeatureIds.DynamicRange, MeaningScale.Logarithmic, ["level", "steady", "breathing", "swinging", "dramatic"])
            with { Follows = FeatureIds.CrestFactor },
        Harmonic(),
        Measured(FeatureIds.PercussiveRatio, MeaningScale.Odds, ["legato", "gentle", "articulate", "percussive", "drum-like"]),
        Measured(FeatureIds.TonnetzChange, MeaningScale.Logarithmic,
            ["static harmony", "calm harmony", "moving harmony", "lively harmony", "restless harmony"]),
        new(FeatureIds.ChannelCorrelation, -1, 1, MeaningScale.Linear,
            ["cancels in mono", "thins in mono", "changes in mono", "holds in mono", "mono-safe"], "the scale of a correlation meter"),
        Measured(FeatureIds.StereoWidth, MeaningScale.Logarithmic, ["nearly mono", "narrow", "moderately wide", "wide", "very wide"])
            with { Low = 0.003, Source = "a side signal 25 dB under the mid is heard as mono; corpus, 95th percentile" },
        Measured(FeatureIds.ArrangementDensity, MeaningScale.Linear,
            ["bare spectrum", "thin spectrum", "filled spectrum", "full spectrum", "packed spectrum"]),
        Measured(FeatureIds.PunchFactor, MeaningScale.Linear, ["no thump", "light thump", "some thump", "solid thump", "hard thump"]),
        Measured(FeatureIds.Loopability, MeaningScale.Linear, ["hardly loops", "loose", "fairly regular", "repetitive", "loops tightly"]),
        Measured(FeatureIds.SubBassRatio, MeaningScale.Logarithmic, ["no sub", "hint of sub", "some sub", "solid sub", "heavy sub"])
            with { Low = 0.003, Source = "of less than 0.3 % (-25 dB) next to nothing is heard; corpus, 95th percentile" },
    ];

    private static readonly Dictionary<string, MeaningEntry> ById = Entries.ToDictionary(entry => entry.FeatureId);

    /// <summary>The entry of a feature; null where there is none.</summary>
    public static MeaningEntry? Find(string featureId) => ById.GetValueOrDefault(featureId);

    /// <summary>The meaning of one value by itself.</summary>
    /// <param name="value">A measured feature.</param>
    /// <returns>
    /// Its meaning; null where the feature is unknown or not measured, and for a tempo of 0 (no pulse). A tempo or key that is rather
    /// wrong than right is said with "perhaps".
    /// </returns>
    public static FeatureMeaning? Interpret(FeatureValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        string id = value.Definition.Id;
        double? number = id == FeatureIds.Key ? MajorShare(value) : value.Value;
        if (number is not double known || !ById.TryGetValue(id, out MeaningEntry? entry) || (id == FeatureIds.Tempo && known <= 0))
        {
            return null;
        }

        double normalised = entry.Normalise(known);
        int step = Math.Min((int)(normalised * entry.Words.Count), entry.Words.Count - 1);
        string word = id == FeatureIds.StereoWidth && known <= MonoWidth ? "mono" : entry.Words[step];
        bool isUnsure = id is FeatureIds.Tempo or FeatureIds.Key && value.Confidence < UnsureBelow;
        return new FeatureMeaning(id, normalised, (Intensity)step, isUnsure ? $"perhaps {word}" : word);
    }

    /// <summary>The meanings of all features that have one, in the set's order, with words that do not contradict each other.</summary>
    public static IReadOnlyList<FeatureMeaning> Interpret(FeatureSet features)
    {
        ArgumentNullException.ThrowIfNull(features);
        FeatureMeaning[] meanings = [.. features.Select(Interpret).OfType<FeatureMeaning>()];

        // Of each quality the leading feature speaks first; the first one that leans to a side decides which.
        Dictionary<string, int> sides = [];
        foreach (FeatureMeaning meaning in meanings.OrderBy(meaning => ById[meaning.FeatureId].Follows is null ? 0 : 1))
        {
            int side = Side(meaning);
            if (side != 0)
            {
                sides.TryAdd(Quality(meaning), side);
            }
        }

        return
        [
            .. meanings.Select(meaning => Side(meaning) * sides.GetValueOrDefault(Quality(meaning)) < 0
                ? meaning with { Word = MeaningEntry.Mixed }
                : meaning),
        ];
    }

    private static string Quality(FeatureMeaning meaning) => ById[meaning.FeatureId].Follows ?? meaning.FeatureId;

    // Below the usual, at it, or above; of the feature that is followed.
    private static int Side(FeatureMeaning meaning) =>
        Math.Sign(meaning.Intensity - Intensity.Moderate) * (ById[meaning.FeatureId].IsOpposed ? -1 : 1);

    // Of the keys that are named; the other nineteen or so share what little is left.
    private static double? MajorShare(FeatureValue key)
    {
        if (!key.IsMeasured || key.Text is null || key.Text == FeatureValue.Unsure)
        {
            return null;
        }

        (string? Name, double Weight)[] named = [(key.Text, key.Confidence ?? 1), .. key.Alternatives.Select(other => (other.Text, other.Confidence))];
        double sum = named.Sum(other => other.Weight);
        return sum > 0 ? named.Where(other => other.Name?.EndsWith("major", StringComparison.Ordinal) == true).Sum(other => other.Weight) / sum : null;
    }

    private static MeaningEntry Measured(string featureId, MeaningScale scale, string[] words) =>
        new(featureId, MeaningRanges.Of(featureId).Low, MeaningRanges.Of(featureId).High, scale, words, Corpus);

    // What is left over by the percussive share, walked the other way: the two always say the same.
    private static MeaningEntry Harmonic()
    {
        (double low, double high) = MeaningRanges.Of(FeatureIds.PercussiveRatio);
        string[] words = ["struck", "half struck", "tonal with attacks", "tonal", "sustained"];
        return new(FeatureIds.HarmonicRatio, 1 - high, 1 - low, MeaningScale.Odds, words, $"that of {FeatureIds.PercussiveRatio}, mirrored")
        {
            Follows = FeatureIds.PercussiveRatio,
            IsOpposed = true,
        };
    }
}
