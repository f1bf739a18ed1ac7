using System.Globalization;
using GrooveGuru.Contracts.V1;
using FeatureIds = GrooveGuru.Core.Features.FeatureIds;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>A feature's value as a person reads it.</summary>
internal static class FeatureText
{
    /// <summary>Stands where there is no value.</summary>
    public const string None = "–";

    private const string Unsure = "unsure";
    private const double MinSecondTempoConfidence = 0.15;
    private const double MinSecondKeyConfidence = 0.25;
    private const double OctaveTolerance = 0.06;

    /// <summary>The value with its unit, and a second reading of tempo or key that is nearly as likely; "–" where there is none.</summary>
    public static string Value(FeatureValue feature)
    {
        if (feature.HasText)
        {
            return feature.Text + SecondReading(feature);
        }

        if (!feature.HasValue)
        {
            return None;
        }

        double value = feature.Value;
        string format = Math.Abs(value) >= 1000 ? "0" : Math.Abs(value) >= 10 ? "0.0" : "0.00";
        string unit = feature.Unit is "0–1" or "" or "–" or "−1…1" ? "" : $" {feature.Unit}";
        return Number(value, format) + unit + SecondReading(feature);
    }

    /// <summary>How sure the value is, in percent; empty where nothing was decided or no confidence is known.</summary>
    public static string Sure(FeatureValue feature) =>
        feature.HasConfidence && !feature.HasNotMeasurable && !IsUnsure(feature) ? Percent(feature.Confidence) : "";

    /// <summary>A share as percent.</summary>
    /// <param name="share">0–1.</param>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share:P0}");

    /// <summary>A number in a format, without the sign of what is rounded to zero.</summary>
    public static string Number(double value, string format)
    {
        string text = value.ToString(format, CultureInfo.InvariantCulture);
        return text.StartsWith('-') && !text.AsSpan().ContainsAnyInRange('1', '9') ? text[1..] : text;
    }

    /// <summary>Whether the feature could be measured but not decided.</summary>
    public static bool IsUnsure(FeatureValue feature) => feature.HasText && feature.Text == Unsure;

    /// <summary>The other tempo at about double or half, or the other key, where it is likely enough to be told: " (or 130)".</summary>
    public static string SecondReading(FeatureValue feature)
    {
        if (IsUnsure(feature))
        {
            return "";
        }

        FeatureAlternative? second = feature.Id switch
        {
            FeatureIds.Tempo => feature.Alternatives.FirstOrDefault(
                other => other.Confidence >= MinSecondTempoConfidence && IsOctave(other.Value / feature.Value)),
            FeatureIds.Key => feature.Alternatives.FirstOrDefault(other => other.Confidence >= MinSecondKeyConfidence),
            _ => null,
        };
        return second is null ? "" : $" (or {(second.HasText ? second.Text : Number(second.Value, "0"))})";
    }

    private static bool IsOctave(double ratio) => Math.Abs(Math.Abs(Math.Log2(ratio)) - 1) <= OctaveTolerance;
}
