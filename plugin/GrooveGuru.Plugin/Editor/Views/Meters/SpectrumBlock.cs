using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;

namespace GrooveGuru.Plugin.Editor.Views.Meters;

/// <summary>The level of each third octave from 25 Hz to 20 kHz.</summary>
internal sealed class SpectrumBlock : MeterBlock
{
    /// <summary>Bands from 25 Hz to 20 kHz.</summary>
    public const int BandCount = 30;

    private const double FloorDb = -72, TopDb = -6, LabelHeight = 12, LeastLabelledWidth = 90, Border = 1, BarGap = 0.75;
    private const double FallDbPerSecond = 90, LevelShiftDb = MeterScale.FloorDb - FloorDb;

    // 100 Hz, 1 kHz and 10 kHz as bands from 25 Hz.
    private static readonly int[] LabelBands = [6, 16, 26];
    private static readonly string[] Labels = ["100", "1k", "10k"];
    private readonly FallingLevel[] _levels = new FallingLevel[BandCount];
    private readonly int[] _steps = new int[BandCount];
    private bool _hasBands;
    private bool _isFalling;
    private double _bandWidth;
    private double _gap;
    private double _left;

    /// <summary>A spectrum of silence.</summary>
    public SpectrumBlock() => Array.Fill(_levels, new FallingLevel { FallDbPerSecond = FallDbPerSecond });

    /// <inheritdoc/>
    public override Rect Moving => Plot;

    /// <inheritdoc/>
    public override bool IsFalling => _isFalling;

    /// <summary>The largest width, up to a given one, in which all bars are equally many whole pixels wide.</summary>
    /// <param name="width">Points.</param>
    /// <param name="scale">Pixels of a point.</param>
    /// <returns>Points; at least two pixels a bar.</returns>
    public static double EvenWidth(double width, double scale) =>
        ((BandCount * Math.Max(2, Math.Floor(((width - (2 * Border)) * scale / BandCount) + 1e-6))) / scale) + (2 * Border);

    /// <inheritdoc/>
    public override void Arrange(Stage stage, Rect bounds)
    {
        base.Arrange(stage, bounds);
        double scale = stage.Ruler.Scale;
        _bandWidth = Math.Max(2, Math.Floor(((bounds.Width - (2 * Border)) * scale / BandCount) + 1e-6)) / scale;
        _left = Math.Round((bounds.X + Border) * scale) / scale;
        _gap = Math.Max(1, Math.Round(scale * BarGap)) / scale;
    }

    /// <inheritdoc/>
    public override bool Take(MeterReading reading, double elapsedSeconds, bool isTimeForNumbers)
    {
        double height = PlotHeight * StepsPerPoint;
        bool changed = _hasBands != (reading.SpectrumDb.Count > 0);
        _hasBands = reading.SpectrumDb.Count > 0;
        _isFalling = false;
        for (int band = 0; band < BandCount; band++)
        {
            // The scale of the levels has its floor at -60 dB, this one lower.
            double db = band < reading.SpectrumDb.Count ? reading.SpectrumDb[band] : double.NegativeInfinity;
            _isFalling |= _levels[band].Take(db + LevelShiftDb, elapsedSeconds);
            double place = (_levels[band].ShownDb - LevelShiftDb - FloorDb) / (TopDb - FloorDb);
            int step = (int)Math.Round(Math.Clamp(place, 0, 1) * height);
            changed |= step != _steps[band];
            _steps[band] = step;
        }

        return changed;
    }

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        Palette palette = stage.Palette;
        Rect plot = Plot;
        canvas.Fill(plot, palette.Well, 2);
        double left = _left, bottom = plot.Bottom - Border;
        for (int band = 0; band < BandCount; band++)
        {
            double height = _steps[band] / StepsPerPoint;
            if (height > 0)
            {
                canvas.Fill(new Rect(left + (band * _bandWidth), bottom - height, _bandWidth - _gap, height), palette.Accent);
            }
        }

        canvas.Stroke(plot, palette.Outline, 1, 2);
        for (int label = 0; label < Labels.Length; label++)
        {
            if (plot.Width < LeastLabelledWidth && label == 1)
            {
                continue;
            }

            double x = left + ((LabelBands[label] + 0.5) * _bandWidth);
            canvas.Text(Labels[label], new Rect(x - 16, plot.Bottom + 1, 32, LabelHeight), Caption(stage), TextAlign.Centre);
        }
    }

    private Rect Plot => Bounds with { Height = PlotHeight + (2 * Border) };

    private double PlotHeight => Math.Max(8, Bounds.Height - LabelHeight - 4);
}
