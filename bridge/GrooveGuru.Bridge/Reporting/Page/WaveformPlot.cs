using Google.Protobuf.Collections;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>The waveform with its sections, bars and beats.</summary>
internal static class WaveformPlot
{
    private const int MaxColumns = 1400;
    private const double MinBeatPixels = 2.5;
    private const int Shades = 10;

    /// <summary>Draws it; the caption names only what is drawn.</summary>
    public static (string Svg, string Caption) Draw(TrackReport report)
    {
        TrackSeries series = report.Series;
        double peak = Math.Max(0.05, series.WaveformExtremes.Select(Math.Abs).DefaultIfEmpty(0).Max());
        SvgPlot plot = new("Waveform with sections and beats", 220, (0, report.DurationSeconds), (-peak * 1.15, peak * 1.15));
        double top = peak * 1.15;
        foreach (LabelledSpan section in report.Extended.Sections)
        {
            int shade = Math.Max(0, section.Label[0] - 'A') % Shades;
            plot.Box(
                $"section s{shade}", section.StartSeconds, section.EndSeconds, -top, top,
                $"Section {section.Label}, {SvgPlot.Clock(section.StartSeconds)} to {SvgPlot.Clock(section.EndSeconds)}, {section.Confidence:P0} sure");
            plot.Text("label", section.StartSeconds, top, section.Label, downPx: -7);
        }

        plot.TimeAxis();
        plot.GridY(peak, Db(peak));
        plot.GridY(0, "");
        plot.GridY(-peak, Db(peak));
        plot.Area("wave", Outline(series, report.DurationSeconds));
        bool beats = DrawBeats(plot, report.Extended.BeatsSeconds, "beat", -top, 0.08 * top);
        bool bars = DrawBeats(plot, report.Extended.DownbeatsSeconds, "downbeat", -top, 0.16 * top);
        return (plot.End(), Caption(report.Extended, beats, bars));
    }

    private static string Caption(ExtendedMeasures extended, bool beats, bool bars)
    {
        string marks = (beats, bars) switch
        {
            (true, true) => "Short marks are beats, long ones begin a bar.",
            (true, false) => "Marks are beats.",
            (false, true) => "Marks begin a bar; the beats are too close to each other to draw.",
            _ => extended.BeatsSeconds.Count == 0 ? "No pulse was found." : "Beats and bars are too close to each other to draw.",
        };
        return (extended.Sections.Count > 0 ? "Bands are sections: the same letter sounds alike. " : "") + marks;
    }

    private static string Db(double linear) => FeatureText.Number(20 * Math.Log10(linear), "0") + " dB";

    private static IEnumerable<(double X, double Y)> Outline(TrackSeries series, double durationSeconds)
    {
        int steps = series.WaveformExtremes.Count / 2, together = Math.Max(1, (steps + MaxColumns - 1) / MaxColumns);
        List<(double X, double Low, double High)> columns = [];
        for (int step = 0; step < steps; step += together)
        {
            int count = Math.Min(together, steps - step);
            double low = Enumerable.Range(step, count).Min(at => series.WaveformExtremes[2 * at]);
            double high = Enumerable.Range(step, count).Max(at => series.WaveformExtremes[(2 * at) + 1]);
            columns.Add((Math.Min(durationSeconds, (step + (count / 2.0)) * series.WaveformHopSeconds), low, high));
        }

        return columns.Select(column => (column.X, column.High))
            .Concat(columns.AsEnumerable().Reverse().Select(column => (column.X, column.Low)));
    }

    // Marks that would run into each other say nothing: they are left out of a long song's picture.
    private static bool DrawBeats(SvgPlot plot, RepeatedField<double> beatsSeconds, string style, double bottom, double height)
    {
        double meanSeconds = beatsSeconds.Count > 1 ? (beatsSeconds[^1] - beatsSeconds[0]) / (beatsSeconds.Count - 1) : double.PositiveInfinity;
        if (beatsSeconds.Count == 0 || meanSeconds * plot.PixelsPerUnit < MinBeatPixels)
        {
            return false;
        }

        foreach (double beat in beatsSeconds)
        {
            plot.Stroke(style, beat, bottom, beat, bottom + height);
        }

        return true;
    }
}
