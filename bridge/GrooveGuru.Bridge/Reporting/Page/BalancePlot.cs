using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>The long-term spectrum against what mixed popular music has on average.</summary>
internal static class BalancePlot
{
    private const double AroundReferenceDb = 6;
    private static readonly (double Hz, string Label)[] Ticks =
        [(31.5, "31"), (63, "63"), (125, "125"), (250, "250"), (500, "500"), (1000, "1k"), (2000, "2k"), (4000, "4k"), (8000, "8k"), (16000, "16k")];

    /// <summary>Draws it.</summary>
    public static string Draw(TrackReport report)
    {
        TrackSeries series = report.Series;
        (double X, double Y)[] measured = Curve(series.SpectrumHz, series.SpectrumDb), reference = Curve(series.SpectrumHz, series.ReferenceDb);
        double low = Math.Floor(Math.Max(-60, measured.Concat(reference).Min(point => point.Y) - 3) / 6) * 6;
        double high = Math.Ceiling((measured.Concat(reference).Max(point => point.Y) + 6) / 6) * 6;
        SvgPlot plot = new("Tonal balance against a reference", 240, (Math.Log2(22), Math.Log2(18_000)), (low, high));
        foreach ((double hz, string label) in Ticks)
        {
            plot.GridX(Math.Log2(hz), label);
        }

        double step = high - low > 48 ? 12 : 6;
        for (double level = Math.Ceiling(low / step) * step; level <= high; level += step)
        {
            plot.GridY(level, FeatureText.Number(level, "0") + " dB");
        }

        plot.Area("band", reference.Select(point => (point.X, point.Y + AroundReferenceDb))
            .Concat(reference.Reverse().Select(point => (point.X, point.Y - AroundReferenceDb))));
        plot.Line("reference", reference);
        plot.Line("spectrum", measured);
        return plot.End();
    }

    private static (double X, double Y)[] Curve(IEnumerable<double> hz, IEnumerable<double> db) =>
        [.. hz.Zip(db, (frequency, level) => (Math.Log2(frequency), level))];
}
