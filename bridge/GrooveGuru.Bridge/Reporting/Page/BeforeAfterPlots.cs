using System.Text;
using Google.Protobuf.Collections;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Loudness;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>The plots of a change: spectrum, loudness over time and, where it is what changes, the stereo field; before and after.</summary>
internal static class BeforeAfterPlots
{
    private const double MomentarySeconds = 0.4;
    private const double LevelRangeLu = 30;
    private const int MaxPoints = 700;
    private const string LineKey = "<span><i class=\"was\"></i>before</span> <span><i class=\"became\"></i>after</span>";
    private const string BarKey = "<span><i class=\"wasbar\"></i>before</span> <span><i class=\"becamebar\"></i>after</span>";

    /// <summary>Appends what there is, with the files to listen to; nothing where nothing was rendered.</summary>
    /// <param name="html">The page.</param>
    /// <param name="plots">What was measured before and after; null where nothing was.</param>
    /// <param name="folder">Where before.wav and after.wav lie, beside the page; empty where there are none.</param>
    /// <param name="chain">What changes.</param>
    /// <param name="report">The report.</param>
    public static void Append(
        StringBuilder html, BeforeAfter? plots, string folder, IEnumerable<ProcessorSettings> chain, TrackReport report)
    {
        if (AdviceText.ChangesOnlyLevel(chain))
        {
            html.Append("<p class=\"quiet\">Only the level changes: at equal loudness before and after are the same.</p>");
            return;
        }

        if (plots is null)
        {
            return;
        }

        html.Append("<div class=\"compare\">");
        if (plots.SpectrumHz.Count > 2)
        {
            AppendPlot(html, Spectrum(plots), "Spectrum in third octaves, dB.", LineKey);
        }

        if (plots.MomentaryBeforeLufs.Count > 1)
        {
            AppendPlot(html, Level(plots), "Loudness of 400 ms, LUFS.", LineKey);
        }

        if (plots.TouchesStereo && plots.BandStereoBefore.Count > 0)
        {
            AppendPlot(html, StereoPlot.DrawWidths(plots.BandStereoBefore, plots.BandStereoAfter, report), "Width by band: 0 is mono, 1 has no middle.", BarKey);
        }

        html.Append("</div>");
        if (folder.Length > 0)
        {
            string at = SvgPlot.Escape(folder);
            html.Append($"<p class=\"listen\">Listen, equally loud: <a href=\"{at}/before.wav\">before.wav</a>, <a href=\"{at}/after.wav\">after.wav</a></p>");
        }
    }

    private static void AppendPlot(StringBuilder html, string svg, string caption, string key) =>
        html.Append($"<figure>{svg}<figcaption class=\"key\">{SvgPlot.Escape(caption)} {key}</figcaption></figure>");

    private static string Spectrum(BeforeAfter plots)
    {
        (double X, double Y)[] was = Curve(plots.SpectrumHz, plots.SpectrumBeforeDb), became = Curve(plots.SpectrumHz, plots.SpectrumAfterDb);
        double high = Math.Ceiling((was.Concat(became).Max(point => point.Y) + 3) / 6) * 6;
        double low = Math.Max(high - 60, Math.Floor(was.Concat(became).Min(point => point.Y) / 6) * 6);
        SvgPlot plot = new("Spectrum before and after", 260, (Math.Log2(22), Math.Log2(18_000)), (low, high), 480);
        foreach ((double hz, string label) in ((double, string)[])[(31.5, "31"), (125, "125"), (500, "500"), (2000, "2k"), (8000, "8k")])
        {
            plot.GridX(Math.Log2(hz), label);
        }

        for (double level = high; level >= low; level -= 12)
        {
            plot.GridY(level, FeatureText.Number(level, "0"));
        }

        plot.Line("was", was);
        plot.Line("became", became);
        return plot.End();
    }

    private static string Level(BeforeAfter plots)
    {
        double fromSeconds = plots.FromSeconds;
        double high = Math.Ceiling((plots.MomentaryBeforeLufs.Concat(plots.MomentaryAfterLufs).Max() + 1) / 6) * 6;
        double endSeconds = MomentarySeconds + (plots.MomentaryBeforeLufs.Count * LoudnessSeries.StepSeconds);
        SvgPlot plot = new("Loudness before and after", 260, (fromSeconds, fromSeconds + endSeconds), (high - LevelRangeLu, high), 480);
        plot.TimeAxis(6);
        for (double level = high; level >= high - LevelRangeLu; level -= 6)
        {
            plot.GridY(level, FeatureText.Number(level, "0"));
        }

        plot.Line("was", Points(plots.MomentaryBeforeLufs, fromSeconds));
        plot.Line("became", Points(plots.MomentaryAfterLufs, fromSeconds));
        return plot.End();
    }

    private static IEnumerable<(double X, double Y)> Points(RepeatedField<float> lufs, double fromSeconds)
    {
        int together = Math.Max(1, (lufs.Count + MaxPoints - 1) / MaxPoints);
        for (int at = 0; at < lufs.Count; at += together)
        {
            int count = Math.Min(together, lufs.Count - at);
            double seconds = fromSeconds + (MomentarySeconds / 2) + ((at + (count / 2.0)) * LoudnessSeries.StepSeconds);
            yield return (seconds, lufs.Skip(at).Take(count).Max());
        }
    }

    private static (double X, double Y)[] Curve(IEnumerable<double> hz, IEnumerable<double> db) =>
        [.. hz.Zip(db, (frequency, level) => (Math.Log2(frequency), level))];
}
