using System.Globalization;
using System.Text;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>A report as one self-contained HTML page: plots, words, advice and all numbers; nothing is loaded from elsewhere.</summary>
internal static class ReportPage
{
    private static readonly string Style = ReadStyle();

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
        AppendPlots(html, report);
        ReportPageText.AppendAdvice(html, report);
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
        AppendTile(html, "Tempo", Feature(report, Core.Features.FeatureIds.Tempo) is { HasValue: true, Value: > 0 } tempo ? Number(tempo.Value, "0.#", "BPM") : null);
        AppendTile(html, "Key", Feature(report, Core.Features.FeatureIds.Key) is { HasText: true } key ? key.Text : null);
        AppendTile(html, "Beats in a bar", extended.Meter is { } meter ? Number(meter.BeatsPerBar, "0", "") : null);
        AppendTile(html, "Loudness", extended.HasIntegratedLufs ? Number(extended.IntegratedLufs, "0.0", "LUFS") : null);
        AppendTile(html, "Loudness range", extended.HasRangeLu ? Number(extended.RangeLu, "0.0", "LU") : null);
        AppendTile(html, "True peak", extended.HasTruePeakDbtp ? Number(extended.TruePeakDbtp, "0.0", "dBTP") : null);
        html.Append("</div><div class=\"words\">");
        foreach (string sentence in report.Summary)
        {
            html.Append($"<p>{Text(sentence)}</p>");
        }

        html.Append("</div>");
    }

    private static void AppendPlots(StringBuilder html, TrackReport report)
    {
        TrackSeries series = report.Series;
        bool hasSections = report.Extended.Sections.Count > 0, hasBeats = report.Extended.BeatsSeconds.Count > 0;
        AppendPlot(
            html, "Waveform", series.WaveformExtremes.Count > 2 ? WaveformPlot.Draw(report) : null,
            (hasSections ? "Bands are sections: the same letter sounds alike. " : "") + (hasBeats ? "Short marks are beats, long ones begin a bar." : "No pulse was found."),
            "There is no audio.");
        AppendPlot(
            html, "Loudness over time", series.MomentaryLufs.Count > 1 ? LoudnessPlot.Draw(report) : null,
            "LUFS. Thin: 400 ms (momentary). Thick: 3 s (short-term). Dashed: the whole (integrated).",
            "The audio is shorter than half a second.");
        AppendPlot(
            html, "Tonal balance", series.SpectrumHz.Count > 2 && report.Extended.TonalBalance.Count > 0 ? BalancePlot.Draw(report) : null,
            "Third octaves, Hz. Dashed with its ±6 dB band: what mixed popular music has on average; a single instrument may differ from it and be right.",
            "The audio is silent or too short.");
        AppendPlot(
            html, "Chroma and chords", series.Chroma.Count > 0 ? ChromaPlot.Draw(report) : null,
            "Brighter: more of that note. Above: the chords; a pointer on one tells how sure it is.",
            "There are no clear pitches.");
        AppendPlot(
            html, "Stereo field", report.Extended.BandStereo.Count > 0 ? StereoPlot.Draw(report) : null,
            "By band. A correlation below zero gets quieter in mono.",
            "The file has one channel.");
    }

    private static void AppendPlot(StringBuilder html, string title, string? svg, string caption, string reasonForNone)
    {
        html.Append($"<section><h2>{Text(title)}</h2>");
        if (svg is null)
        {
            html.Append($"<p class=\"quiet\">Nothing to draw. {Text(reasonForNone)}</p></section>");
            return;
        }

        html.Append($"<figure>{svg}<figcaption>{Text(caption)}</figcaption></figure></section>");
    }

    private static void AppendTile(StringBuilder html, string name, string? value) =>
        html.Append($"<div class=\"tile\"><span>{Text(name)}</span><b>{Text(value ?? "unsure")}</b></div>");

    private static FeatureValue? Feature(TrackReport report, string id) => report.Features.FirstOrDefault(feature => feature.Id == id);

    private static string Number(double value, string format, string unit) =>
        $"{value.ToString(format, CultureInfo.InvariantCulture)} {unit}".TrimEnd();

    private static string Text(string text) => SvgPlot.Escape(text);

    private static string ReadStyle()
    {
        using Stream stream = typeof(ReportPage).Assembly.GetManifestResourceStream("report-page.css")
            ?? throw new InvalidOperationException("The style sheet of the report page is not in the program.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
