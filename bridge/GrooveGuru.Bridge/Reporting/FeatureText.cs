using System.Globalization;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>A feature's value as a person reads it.</summary>
internal static class FeatureText
{
    /// <summary>The value with its unit; "-" where there is none.</summary>
    public static string Value(FeatureValue feature)
    {
        if (feature.HasText)
        {
            return feature.Text;
        }

        if (!feature.HasValue)
        {
            return "-";
        }

        double value = feature.Value;
        string format = Math.Abs(value) >= 1000 ? "0" : Math.Abs(value) >= 10 ? "0.0" : "0.00";
        string unit = feature.Unit is "0–1" or "" or "–" or "−1…1" ? "" : $" {feature.Unit}";
        return value.ToString(format, CultureInfo.InvariantCulture) + unit;
    }
}
