using Google.Protobuf.Collections;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>The stereo field band by band: how wide, and whether it survives in mono.</summary>
internal static class StereoPlot
{
    // Left half: width from 0 to 1; right half: correlation from -1 to 1.
    private const double WidthStart = 0.14;
    private const double WidthEnd = 0.43;
    private const double CorrelationStart = 0.6;
    private const double CorrelationEnd = 0.94;

    // Share of the axis that is drawn of 0, so that nothing is told from "not drawn".
    private const double LeastBar = 0.008;

    // 50 dB below the loudest band: what is left there is mostly the noise of a codec or a converter.
    private const double MinShareOfLoudest = 1e-5;

    /// <summary>Draws it.</summary>
    public static string Draw(TrackReport report)
    {
        RepeatedField<Contracts.V1.BandStereo> bands = report.Extended.BandStereo;
        SvgPlot plot = new("Stereo field by band", 40 + (30 * bands.Count), (0, 1), (0, bands.Count));
        foreach ((double share, string label) in ((double, string)[])[(0, "0 mono"), (0.5, "0.5"), (1, "1 no middle")])
        {
            plot.GridX(WidthStart + (share * (WidthEnd - WidthStart)), label);
        }

        foreach ((double correlation, string label) in ((double, string)[])[(-1, "−1 cancels"), (0, "0"), (1, "+1 mono-safe")])
        {
            plot.GridX(Correlation(correlation), label);
        }

        plot.Text("label", WidthStart, bands.Count, "Width", downPx: -8);
        plot.Text("label", CorrelationStart, bands.Count, "Correlation", downPx: -8);
        for (int band = 0; band < bands.Count; band++)
        {
            string name = TonalBalanceBands.Names[band];
            plot.Text("bandname", 0, band + 0.5, name, downPx: 4);
            if (!bands[band].HasWidth)
            {
                plot.Text("tick", WidthStart, band + 0.5, "\u00a0silent", downPx: 4);
                continue;
            }

            if (IsNearlySilent(report, band))
            {
                plot.Text("tick", WidthStart, band + 0.5, "\u00a0hardly anything here", downPx: 4);
                continue;
            }

            double width = bands[band].Width;
            plot.Box(
                "bar", WidthStart, WidthStart + (Math.Max(width, LeastBar) * (WidthEnd - WidthStart)), band + 0.22, band + 0.78,
                FormattableString.Invariant($"{name}: width {width:0.00}"));
            if (bands[band].HasCorrelation)
            {
                double correlation = bands[band].Correlation;
                plot.Box(
                    correlation < 0 ? "bar bad" : "bar", Correlation(0), Correlation(Math.Abs(correlation) < LeastBar ? LeastBar : correlation), band + 0.22, band + 0.78,
                    FormattableString.Invariant($"{name}: correlation {correlation:0.00}"));
            }
        }

        return plot.End();
    }

    /// <summary>Draws the width of each band before and after a change.</summary>
    /// <param name="before">The bands before.</param>
    /// <param name="after">The bands after.</param>
    /// <param name="report">The report, which knows the bands that are nearly silent.</param>
    public static string DrawWidths(
        RepeatedField<Contracts.V1.BandStereo> before, RepeatedField<Contracts.V1.BandStereo> after, TrackReport report)
    {
        const double nameShare = 0.24;
        SvgPlot plot = new("Stereo width by band before and after", 40 + (30 * before.Count), (0, 1), (0, before.Count), 480);
        double widest = before.Concat(after).Max(band => band.HasWidth ? band.Width : 0);
        double end = Array.Find([0.1, 0.2, 0.4], candidate => widest <= candidate) is var fits and > 0 ? fits : 1;
        for (int quarter = 0; quarter <= 4; quarter++)
        {
            plot.GridX(At(end * quarter / 4), FeatureText.Number(end * quarter / 4, "0.###"));
        }

        for (int band = 0; band < before.Count && band < after.Count; band++)
        {
            string name = TonalBalanceBands.Names[band];
            plot.Text("bandname", 0, band + 0.5, name, downPx: 4);
            if (!before[band].HasWidth || !after[band].HasWidth || IsNearlySilent(report, band))
            {
                plot.Text("tick", At(0), band + 0.5, "\u00a0hardly anything here", downPx: 4);
                continue;
            }

            plot.Box("waswidth", At(0), At(Math.Max(before[band].Width, end * LeastBar)), band + 0.52, band + 0.84, FormattableString.Invariant($"{name}: width {before[band].Width:0.00} before"));
            plot.Box("becamewidth", At(0), At(Math.Max(after[band].Width, end * LeastBar)), band + 0.16, band + 0.48, FormattableString.Invariant($"{name}: width {after[band].Width:0.00} after"));
        }

        return plot.End();

        double At(double width) => nameShare + (width / end * (0.97 - nameShare));
    }

    private static bool IsNearlySilent(TrackReport report, int band)
    {
        RepeatedField<double> shares = report.Extended.TonalBalance;
        return band < shares.Count && shares[band] < shares.Max() * MinShareOfLoudest;
    }

    private static double Correlation(double value) => CorrelationStart + ((value + 1) / 2 * (CorrelationEnd - CorrelationStart));
}
