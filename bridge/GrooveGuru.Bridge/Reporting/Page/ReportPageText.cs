using System.Globalization;
using System.Text;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>The parts of a report's page that are words and numbers: the advice and the table of measures.</summary>
internal static class ReportPageText
{
    /// <summary>Appends the recommendations.</summary>
    public static void AppendAdvice(StringBuilder html, TrackReport report)
    {
        html.Append("<section><h2>What to change</h2>");
        if (report.Recommendations.Count == 0)
        {
            html.Append($"<p>{Text(report.HasNotJudged ? report.NotJudged : "Nothing: no measure is out of line on this track.")}</p>");
        }

        foreach (Recommendation advice in report.Recommendations)
        {
            string priority = advice.Priority switch { 1 => "fix first", 2 => "worth doing", _ => "a matter of taste" };
            html.Append(CultureInfo.InvariantCulture, $"<article><h3>{Text(advice.Title)} <small>{priority}, {advice.Confidence:P0} sure</small></h3>")
                .Append($"<p>{Text(advice.Text)}</p><ul>");
            foreach (ProcessorSettings processor in advice.Chain)
            {
                string settings = string.Join(", ", processor.Displayed.Select(parameter => $"{parameter.Name} {parameter.Value}"));
                html.Append($"<li><b>{Text(processor.Name)}</b>: {Text(settings)}</li>");
            }

            html.Append("</ul></article>");
        }

        html.Append("</section>");
    }

    /// <summary>Appends all features, with what each means.</summary>
    public static void AppendMeasures(StringBuilder html, TrackReport report)
    {
        Dictionary<string, FeatureMeaning> meanings = report.Meanings.ToDictionary(meaning => meaning.FeatureId);
        html.Append("<section><h2>All measures</h2><table><thead><tr><th>Measure</th><th>Value</th><th>In words</th><th>Sure</th></tr></thead><tbody>");
        foreach (FeatureValue feature in report.Features)
        {
            string words = feature.HasNotMeasurable ? feature.NotMeasurable
                : meanings.TryGetValue(feature.Id, out FeatureMeaning? meaning) ? meaning.Word : "";
            html.Append($"<tr><td>{Text(feature.Name)}</td><td class=\"number\">{Text(FeatureText.Value(feature))}</td><td>{Text(words)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"number\">{(feature.HasConfidence ? $"{feature.Confidence:P0}" : "")}</td></tr>");
        }

        ExtendedMeasures extended = report.Extended;
        AppendRow(html, "Peak to loudness", extended.HasPeakToLoudnessLu, extended.PeakToLoudnessLu, "0.0", "LU");
        AppendRow(html, "Loudest 3 s", extended.HasMaxShortTermLufs, extended.MaxShortTermLufs, "0.0", "LUFS");
        AppendRow(html, "Loudest 400 ms", extended.HasMaxMomentaryLufs, extended.MaxMomentaryLufs, "0.0", "LUFS");
        AppendRow(html, "Noise floor", extended.HasNoiseFloorDbfs, extended.NoiseFloorDbfs, "0.0", "dBFS");
        AppendRow(html, "Tuning from A = 440 Hz", extended.HasTuningCents, extended.TuningCents, "+0;−0;0", "cents");
        AppendRow(html, "DC offset", true, extended.DcOffset, "0.00000", "");
        AppendRow(html, "Clipped samples", true, extended.ClippedSamples, "0", "");
        html.Append("</tbody></table></section>");
    }

    private static void AppendRow(StringBuilder html, string name, bool has, double value, string format, string unit)
    {
        string text = has ? $"{value.ToString(format, CultureInfo.InvariantCulture)} {unit}".TrimEnd() : "-";
        html.Append($"<tr><td>{Text(name)}</td><td class=\"number\">{Text(text)}</td><td></td><td></td></tr>");
    }

    private static string Text(string text) => SvgPlot.Escape(text);
}
