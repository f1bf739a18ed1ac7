using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;

namespace GrooveGuru.Plugin.Editor.Views.Meters;

/// <summary>The level of each third octave from 25 Hz to 20 kHz.</summary>
internal sealed class SpectrumBlock : MeterBlock
{
    /// <summary>Bands from 25 Hz to 20 kHz.</summary>
    public const int BandCount = 30;

    private const double FloorDb = -72, TopDb = -6, LabelHeight = 12, LeastLabelledWidth = 90, Border = 3, BarGap = 0.75;
    private const double FallDbPerSecond = 90, LevelShiftDb = MeterScale.FloorDb - FloorDb;

    // 100 Hz, 1 kHz and 10 kHz as bands from 25 Hz.
    private static readonly int[] LabelBands = [6, 16, 26];
    private static readonly string[] Labels = ["100", "1k", "10k"];
    private readonly FallingLevel[] _levels = new FallingLevel[BandCount];
    private readonly int[] _steps = new int[BandCount];
    private double _left;
    private double _bandWidth;
    private double _gap;

    /// <summary>A spectrum of silence.</summary>
    public SpectrumBlock() => Array.Fill(_levels, new FallingLevel { FallDbPerSecond = FallDbPerSecond });

    /// <summary>The largest width, up to a given one, in which all bars are equally many whole pixels wide.</summary>
    /// <param name="width">Points.</param>
    /// <param name="scale">Pixels of a point.</param>
    /// <returns>Points; at least two pixels a bar.</returns>
    public static double EvenWidth(double width, double scale) => (BandCount * BandPixels(width, scale) / scale) + (2 * Border);

    /// <inheritdoc/>
    public override void Arrange(Stage stage, Rect bounds)
    {
        base.Arrange(stage, bounds);
        double scale = stage.Ruler.Scale;
        _bandWidth = BandPixels(bounds.Width, scale) / scale;
        _gap = Math.Max(1, Math.Round(scale * BarGap)) / scale;
        _left = Math.Round((bounds.X + Border) * scale) / scale;
    }

    /// <inheritdoc/>
    public override bool Take(Stage stage, MeterReading reading, bool takesNumbers, double elapsedSeconds)
    {
        Rect bars = Bars;
        double steps = bars.Height * StepsPerPoint;
        int highest = 0;
        bool changed = false, isFalling = false;
        for (int band = 0; band < BandCount; band++)
        {
            double db = band < reading.SpectrumDb.Count ? reading.SpectrumDb[band] : double.NegativeInfinity;

            // The levels' scale has its floor at -60 dB, this one lower.
            isFalling |= _levels[band].Take(db + LevelShiftDb, elapsedSeconds);
            double place = (_levels[band].ShownDb - LevelShiftDb - FloorDb) / (TopDb - FloorDb);
            int step = (int)Math.Round(Math.Clamp(place, 0, 1) * steps);
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

        return isFalling;
    }

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        Palette palette = stage.Palette;
        Rect plot = Bounds with { Height = PlotHeight + 2 };
        canvas.Fill(plot, palette.Well, 2);
        Rect bars = Bars;
        for (int band = 0; band < BandCount; band++)
        {
            double height = _steps[band] / StepsPerPoint;
            if (height > 0)
            {
                canvas.Fill(new Rect(_left + (band * _bandWidth), bars.Bottom - height, _bandWidth - _gap, height), palette.Accent);
            }
        }

        canvas.Stroke(plot, palette.Outline, 1, 2);
        for (int label = 0; label < Labels.Length; label++)
        {
            if (plot.Width < LeastLabelledWidth && label == 1)
            {
                continue;
            }

            double x = _left + ((LabelBands[label] + 0.5) * _bandWidth);
            canvas.Text(Labels[label], new Rect(x - 16, plot.Bottom + 1, 32, LabelHeight), Caption(stage), TextAlign.Centre);
        }
    }

    // Clear of the outline, so that what moves can be painted without it.
    private Rect Bars => (Bounds with { Height = PlotHeight + 2 }).Inset(Border);

    private static double BandPixels(double width, double scale) => Math.Max(2, Math.Floor(((width - (2 * Border)) * scale / BandCount) + 1e-6));

    private double PlotHeight => Math.Max(8, Bounds.Height - LabelHeight - 4);
}
