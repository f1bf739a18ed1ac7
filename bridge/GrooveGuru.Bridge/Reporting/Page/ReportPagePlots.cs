using System.Text;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>The part of a report's page that is plots; where one has nothing to show it says why.</summary>
internal static class ReportPagePlots
{
    // One step of 16 bits below full scale: what never gets louder is silence with its rounding noise.
    private const double SilentDbtp = -90;
    private const double MinSpectrumSeconds = 0.2;
    private const string TooShort = "The audio is shorter than 0.2 s.";

    /// <summary>Appends all plots, or one word for silence.</summary>
    public static void Append(StringBuilder html, TrackReport report)
    {
        ExtendedMeasures extended = report.Extended;
        if (!extended.HasTruePeakDbtp || extended.TruePeakDbtp < SilentDbtp)
        {
            html.Append("<section><h2>Plots</h2><p class=\"quiet\">Silent.</p></section>");
            return;
        }

        TrackSeries series = report.Series;
        (string? waveform, string marks) = series.WaveformExtremes.Count > 2 ? WaveformPlot.Draw(report) : (null, "");
        AppendPlot(html, "Waveform", waveform, marks, "The audio is too short to draw.");
        AppendPlot(
            html, "Loudness over time", series.MomentaryLufs.Count > 1 ? LoudnessPlot.Draw(report) : null,
            "LUFS. Thin: 400 ms (momentary). Thick: 3 s (short-term). Dashed: the whole (integrated). What is quieter than the axis runs along its bottom.",
            "The audio is shorter than half a second.");
        bool isLong = report.DurationSeconds >= MinSpectrumSeconds, hasBalance = series.SpectrumHz.Count > 2 && extended.TonalBalance.Count > 0;
        AppendPlot(
            html, "Tonal balance", isLong && hasBalance ? BalancePlot.Draw(report) : null,
            "Third octaves, Hz. Dashed with its ±6 dB band: what mixed popular music has on average; a single instrument may differ from it and be right.",
            isLong ? "The audio is too quiet." : TooShort);
        AppendPlot(
            html, "Chroma and chords", isLong && series.Chroma.Count > 0 ? ChromaPlot.Draw(report) : null,
            "Brighter: more of that note. Above: the chords, the paler the less sure; a pointer on one tells how sure.",
            isLong ? "There are no clear pitches." : TooShort);
        AppendPlot(
            html, "Stereo field", extended.BandStereo.Count > 0 ? StereoPlot.Draw(report) : null,
            "By band. A correlation below zero gets quieter in mono.",
            "The file has one channel.");
    }

    private static void AppendPlot(StringBuilder html, string title, string? svg, string caption, string reasonForNone)
    {
        html.Append($"<section><h2>{SvgPlot.Escape(title)}</h2>");
        if (svg is null)
        {
            html.Append($"<p class=\"quiet\">Nothing to draw. {SvgPlot.Escape(reasonForNone)}</p></section>");
            return;
        }

        // The plot scrolls within its frame; a keyboard can reach it.
        html.Append($"<figure><div class=\"wide\" tabindex=\"0\">{svg}</div><figcaption>{SvgPlot.Escape(caption)}</figcaption></figure></section>");
    }
}
