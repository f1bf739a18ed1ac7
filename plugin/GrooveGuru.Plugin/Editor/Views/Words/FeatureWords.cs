using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Plugin.Editor.Views.Words;

/// <summary>Features in words.</summary>
internal static class FeatureWords
{
    private const double MinSecondConfidence = 0.15;

    /// <summary>The features that a musician asks for, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> ThatMatter { get; } =
    [
        "tempo", "key", "rms", "dynamic_range", "crest_factor", "punch_factor", "spectral_centroid", "sub_bass_ratio",
        "stereo_width", "channel_correlation", "arrangement_density", "harmonic_ratio", "onset_density", "loopability",
    ];

    /// <summary>An id for people.</summary>
    public static string Plain(string id) => id.Replace('_', ' ');

    /// <summary>An id as the beginning of a sentence.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The value with its unit, and a second reading that is nearly as likely; "–" where there is none.</summary>
    public static string Value(FeatureValue feature)
    {
        string own = feature.HasText ? feature.Text
            : feature.HasValue ? NumberWords.WithUnit(feature.Value, feature.Unit)
            : "–";
        FeatureAlternative? second = feature.Alternatives.FirstOrDefault();
        return second is null || second.Confidence < MinSecondConfidence || own is "–" or "unsure" ? own
            : $"{own} (or {(second.HasText ? second.Text : NumberWords.Fixed(second.Value, 1))})";
    }

    /// <summary>The value alone, as short as it makes sense.</summary>
    public static string ShortValue(FeatureValue feature) => feature switch
    {
        { HasText: true } => feature.Text,
        { HasValue: false } => "–",
        { Id: "tempo" } => feature.Value <= 0 ? "unsure" : NumberWords.Fixed(feature.Value, 1) + " BPM",
        _ => NumberWords.WithUnit(feature.Value, feature.Unit),
    };
}
