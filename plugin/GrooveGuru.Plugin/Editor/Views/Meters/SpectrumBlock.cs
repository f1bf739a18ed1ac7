using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;

namespace GrooveGuru.Plugin.Editor.Views.Meters;

/// <summary>The level of each third octave from 25 Hz to 20 kHz.</summary>
internal sealed class SpectrumBlock : MeterBlock
{
    /// <summary>Bands from 25 Hz to 20 kHz.</summary>
    public const int BandCount = 30;

    private const double FloorDb = -72, TopDb = -6, LabelHeight = 12, LeastLabelledWidth = 90;

    // 100 Hz, 1 kHz and 10 kHz as bands from 25 Hz.
    private static readonly int[] LabelBands = [6, 16, 26];
    private static readonly string[] Labels = ["100", "1k", "10k"];
    private readonly int[] _steps = new int[BandCount];

    /// <inheritdoc/>
    public override bool Take(Stage stage, MeterReading reading, bool takesNumbers)
    {
        Rect bars = Bars;
        double steps = bars.Height * StepsPerPoint;
        int highest = 0;
        bool changed = false;
        for (int band = 0; band < BandCount; band++)
        {
            double db = band < reading.SpectrumDb.Count ? reading.SpectrumDb[band] : double.NegativeInfinity;
            int step = double.IsNaN(db) ? 0 : (int)Math.Round(Math.Clamp((db - FloorDb) / (TopDb - FloorDb), 0, 1) * steps);
            if (step != _steps[band])
            {
                changed = true;
                highest = Math.Max(highest, Math.Max(step, _steps[band]));
                _steps[band] = step;
            }
        }

        if (changed)
        {
            double height = Math.Ceiling(highest / StepsPerPoint);
            stage.Repaint(bars with { Y = bars.Bottom - height, Height = height });
        }

        return false;
    }

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        Palette palette = stage.Palette;
        Rect plot = Bounds with { Height = PlotHeight + 2 };
        canvas.Fill(plot, palette.Well, 2);
        Rect bars = Bars;
        double width = bars.Width / BandCount;
        for (int band = 0; band < BandCount; band++)
        {
            double height = _steps[band] / StepsPerPoint, x = bars.X + (band * width);
            if (height > 0)
            {
                canvas.Fill(new Rect(x, bars.Bottom - height, Math.Max(1, width - 1), height), palette.Accent);
            }
        }

        canvas.Stroke(plot, palette.Outline, 1, 2);
        for (int label = 0; label < Labels.Length; label++)
        {
            if (plot.Width < LeastLabelledWidth && label == 1)
            {
                continue;
            }

            double x = bars.X + ((LabelBands[label] + 0.5) * width);
            canvas.Text(Labels[label], new Rect(x - 16, plot.Bottom + 1, 32, LabelHeight), Caption(stage), TextAlign.Centre);
        }
    }

    // Clear of the outline, so that what moves can be painted without it.
    private Rect Bars => (Bounds with { Height = PlotHeight + 2 }).Inset(3);

    private double PlotHeight => Math.Max(8, Bounds.Height - LabelHeight - 4);
}
