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
    private bool _hasBands;

    /// <inheritdoc/>
    public override bool Take(MeterReading reading)
    {
        double height = PlotHeight * StepsPerPoint;
        bool changed = _hasBands != (reading.SpectrumDb.Count > 0);
        _hasBands = reading.SpectrumDb.Count > 0;
        for (int band = 0; band < BandCount; band++)
        {
            double db = band < reading.SpectrumDb.Count ? reading.SpectrumDb[band] : double.NegativeInfinity;
            int step = double.IsNaN(db) ? 0 : (int)Math.Round(Math.Clamp((db - FloorDb) / (TopDb - FloorDb), 0, 1) * height);
            changed |= step != _steps[band];
            _steps[band] = step;
        }

        return changed;
    }

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        Palette palette = stage.Palette;
        Rect plot = Bounds with { Height = PlotHeight + 2 };
        canvas.Fill(plot, palette.Well, 2);
        double width = (plot.Width - 2) / BandCount;
        for (int band = 0; band < BandCount; band++)
        {
            double height = _steps[band] / StepsPerPoint, x = plot.X + 1 + (band * width);
            if (height > 0)
            {
                canvas.Fill(new Rect(x, plot.Bottom - 1 - height, Math.Max(1, width - 1), height), palette.Accent);
            }
        }

        canvas.Stroke(plot, palette.Outline, 1, 2);
        for (int label = 0; label < Labels.Length; label++)
        {
            if (plot.Width < LeastLabelledWidth && label == 1)
            {
                continue;
            }

            double x = plot.X + 1 + ((LabelBands[label] + 0.5) * width);
            canvas.Text(Labels[label], new Rect(x - 16, plot.Bottom + 1, 32, LabelHeight), Caption(stage), TextAlign.Centre);
        }
    }

    private double PlotHeight => Math.Max(8, Bounds.Height - LabelHeight - 4);
}
