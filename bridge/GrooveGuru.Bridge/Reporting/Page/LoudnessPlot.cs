using Google.Protobuf.Collections;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Loudness;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>Loudness over time: momentary, short-term, and the integrated value across.</summary>
internal static class LoudnessPlot
{
    private const double MomentarySeconds = 0.4;
    private const double ShortTermSeconds = 3;
    private const double RangeLu = 36;
    private const int MaxPoints = 1400;

    /// <summary>Draws it.</summary>
    public static string Draw(TrackReport report)
    {
        TrackSeries series = report.Series;
        double loudest = series.MomentaryLufs.DefaultIfEmpty(-20).Max();
        double high = Math.Ceiling((loudest + 1) / 6) * 6, low = high - RangeLu;
        SvgPlot plot = new("Loudness over time", 200, (0, report.DurationSeconds), (low, high));
        plot.TimeAxis();
        for (double level = low; level <= high; level += 6)
        {
            plot.GridY(level, FeatureText.Number(level, "0"));
        }

        plot.Line("momentary", Points(series.MomentaryLufs, MomentarySeconds));
        plot.Line("shortterm", Points(series.ShortTermLufs, ShortTermSeconds));
        if (report.Extended.HasIntegratedLufs)
        {
            double integrated = report.Extended.IntegratedLufs;
            plot.Stroke("integrated", 0, integrated, report.DurationSeconds, integrated);
        }

        return plot.End();
    }

    // The loudest of the points that share a column; a value stands in the middle of the window it was measured over.
    private static IEnumerable<(double X, double Y)> Points(RepeatedField<float> lufs, double windowSeconds)
    {
        int together = Math.Max(1, (lufs.Count + MaxPoints - 1) / MaxPoints);
        for (int at = 0; at < lufs.Count; at += together)
        {
            int count = Math.Min(together, lufs.Count - at);
            yield return ((windowSeconds / 2) + ((at + (count / 2.0)) * LoudnessSeries.StepSeconds), lufs.Skip(at).Take(count).Max());
        }
    }
}
