using System.Globalization;
using System.Text;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>A report as one self-contained HTML page: plots, words, advice and all numbers; nothing is loaded from elsewhere.</summary>
internal static class ReportPage
{
    private static readonly string Style = PageResource.Read("report-page.css");

    /// <summary>Writes the page.</summary>
    /// <param name="output">Receives UTF-8.</param>
    /// <param name="report">A report with its series.</param>
    public static void Write(Stream output, TrackReport report)
    {
        StringBuilder html = new();
        html.Append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">")
            .Append($"<title>{Text(report.TrackName)} – Groove Guru</title><style>").Append(Style).Append("</style></head><body><main>");
        AppendHeader(html, report);
        ReportPageChain.AppendFollowUps(html, report);
        ReportPageText.AppendAdvice(html, report);
        ReportPageChain.Append(html, report);
        ReportPageMeaning.Append(html, report);
        ReportPagePlots.Append(html, report);
        ReportPageText.AppendMeasures(html, report);
        html.Append("</main></body></html>\n");
        output.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }

    private static void AppendHeader(StringBuilder html, TrackReport report)
    {
        html.Append($"<h1>{Text(report.TrackName)}</h1><p class=\"quiet\">{SvgPlot.Clock(report.DurationSeconds)}, ")
            .Append(CultureInfo.InvariantCulture, $"{report.SampleRateHz / 1000.0:0.###} kHz, ")
            .Append(report.ChannelCount == 1 ? "mono" : report.ChannelCount == 2 ? "stereo" : $"{report.ChannelCount} channels")
            .Append("</p><div class=\"tiles\">");
        ExtendedMeasures extended = report.Extended;
        FeatureValue? tempo = Feature(report, Core.Features.FeatureIds.Tempo), key = Feature(report, Core.Features.FeatureIds.Key);
        AppendReading(html, "Tempo", tempo, tempo is { HasValue: true, Value: > 0 } ? Number(tempo.Value, "0.#", "BPM") : null);
        AppendReading(html, "Key", key, key is { HasText: true } ? key.Text : null);
        AppendTile(
            html, "Beats in a bar", extended.Meter is { } meter ? Number(meter.BeatsPerBar, "0", "") : tempo is { HasNotMeasurable: false } ? "unsure" : null,
            extended.Meter is { } known ? FeatureText.Percent(known.Confidence) : "");
        AppendTile(html, "Loudness", extended.HasIntegratedLufs ? Number(extended.IntegratedLufs, "0.0", "LUFS") : null);
        AppendTile(html, "Loudness range", extended.HasRangeLu ? Number(extended.RangeLu, "0.0", "LU") : null);
        AppendTile(html, "True peak", extended.HasTruePeakDbtp ? Number(extended.TruePeakDbtp, "0.0", "dBTP") : null);
        html.Append("</div><div class=\"words\">");
        foreach (string sentence in report.Summary)
        {
            html.Append($"<p>{ReportPageText.Prose(sentence)}</p>");
        }

        html.Append("</div>");
    }

    private static void AppendReading(StringBuilder html, string name, FeatureValue? feature, string? value)
    {
        if (feature is null || feature.HasNotMeasurable)
        {
            AppendTile(html, name, null);
        }
        else
        {
            bool decided = value is not null && !FeatureText.IsUnsure(feature);
            AppendTile(html, name, decided ? value : "unsure", FeatureText.Sure(feature), decided ? FeatureText.SecondReading(feature) : "");
        }
    }

    private static void AppendTile(StringBuilder html, string name, string? value, string sure = "", string second = "")
    {
        html.Append($"<div class=\"tile\"><span>{Text(name)}</span><b>{ReportPageText.Prose(value ?? FeatureText.None)}</b>")
            .Append(second.Length > 0 ? $" <em>{Text(second.Trim())}</em>" : "")
            .Append(sure.Length > 0 ? $"<small>{sure} sure</small>" : "").Append("</div>");
    }

    private static FeatureValue? Feature(TrackReport report, string id) => report.Features.FirstOrDefault(feature => feature.Id == id);

    private static string Number(double value, string format, string unit) => $"{FeatureText.Number(value, format)} {unit}".TrimEnd();

    private static string Text(string text) => SvgPlot.Escape(text);
}
