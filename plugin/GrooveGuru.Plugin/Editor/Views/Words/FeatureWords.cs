using System.Text;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Plugin.Editor.Views.Words;

/// <summary>Features and roles in words.</summary>
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

    /// <summary>A role: "Full mix"; "Role unsure" where it could not be told.</summary>
    public static string Role(RoleEstimate? role) => role is null || role.Role is TrackRole.Unspecified or TrackRole.Unknown
        ? "Role unsure"
        : Name(role.Role);

    /// <summary>How sure a role is: "95 % sure"; what is likeliest where it is not sure.</summary>
    public static string RoleSure(RoleEstimate? role) => role switch
    {
        null or { Alternatives.Count: 0 } => "",
        { Role: TrackRole.Unknown or TrackRole.Unspecified } =>
            $"perhaps {Name(role.Alternatives[0].Role).ToLowerInvariant()} ({NumberWords.Percent(role.Confidence)})",
        _ => $"{NumberWords.Percent(role.Confidence)} sure",
    };

    private static string Name(TrackRole role)
    {
        StringBuilder text = new();
        foreach (char letter in role.ToString())
        {
            text.Append(char.IsUpper(letter) && text.Length > 0 ? " " + char.ToLowerInvariant(letter) : letter.ToString());
        }

        return text.ToString();
    }
}
