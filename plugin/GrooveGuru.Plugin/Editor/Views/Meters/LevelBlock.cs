using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views.Meters;

/// <summary>RMS as a bar and the held peak as a line and a number of each channel, over a scale in dBFS.</summary>
internal sealed class LevelBlock : MeterBlock
{
    private const double LabelWidth = 14, ValueWidth = 40, BarHeight = 13, BarGap = 6;
    private const double LeastTickDistance = 24;

    // The window of the RMS makes it fall by itself; this only rounds off the steps of large blocks and the end of the music.
    private const double BarFallDbPerSecond = 120;
    private const double PeakHoldSeconds = 1, PeakFallDbPerSecond = 24;
    private static readonly int[] Ticks = [0, -12, -24, -36, -48];
    private static readonly string[] TickTexts = ["0", "−12", "−24", "−36", "−48"];
    private readonly FallingLevel[] _rms = [NewBar(), NewBar()];
    private readonly FallingLevel[] _peak = [NewPeak(), NewPeak()];
    private readonly int[] _rmsSteps = [0, 0];
    private readonly int[] _peakSteps = [0, 0];
    private readonly double[] _numberDb = [double.NegativeInfinity, double.NegativeInfinity];
    private readonly string[] _number = ["", ""];
    private int _channels;
    private bool _isFalling;

    /// <inheritdoc/>
    public override string Name => _channels switch { 0 => "", 1 => _number[0], _ => $"{_number[0]} {_number[1]}" };

    /// <inheritdoc/>
    public override Rect Moving => Bounds with { Height = ScaleTop - Bounds.Y };

    /// <inheritdoc/>
    public override bool IsFalling => _isFalling;

    /// <inheritdoc/>
    public override void Reset() => (_peak[0], _peak[1]) = (NewPeak(), NewPeak());

    /// <inheritdoc/>
    public override bool Take(MeterReading reading, double elapsedSeconds, bool isTimeForNumbers)
    {
        double steps = BarWidth * StepsPerPoint;
        int channels = Math.Clamp(reading.ChannelCount, 0, 2);
        bool changed = _channels != channels;
        _channels = channels;
        _isFalling = false;
        for (int channel = 0; channel < channels; channel++)
        {
            _isFalling |= _rms[channel].Take(At(reading.RmsDbfs, channel), elapsedSeconds);
            _isFalling |= _peak[channel].Take(At(reading.PeakDbfs, channel), elapsedSeconds);
            int rms = MeterScale.Step(_rms[channel].ShownDb, steps), peak = MeterScale.Step(_peak[channel].ShownDb, steps);
            changed |= rms != _rmsSteps[channel] || peak != _peakSteps[channel];
            (_rmsSteps[channel], _peakSteps[channel]) = (rms, peak);
            double held = _peak[channel].ShownDb <= MeterScale.FloorDb ? At(reading.PeakDbfs, channel) : _peak[channel].ShownDb;
            double shownDb = Math.Round(held, 1);
            bool isNew = !shownDb.Equals(_numberDb[channel]) || _number[channel].Length == 0;
            if (isNew && (isTimeForNumbers || _number[channel].Length == 0))
            {
                _numberDb[channel] = shownDb;
                _number[channel] = NumberWords.Level(shownDb);
                changed = true;
            }

            _isFalling |= isNew && !isTimeForNumbers;
        }

        return changed;
    }

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        Palette palette = stage.Palette;
        int rows = Rows;
        double y = FirstBarTop;
        TextStyle caption = Caption(stage);
        for (int channel = 0; channel < rows; channel++)
        {
            Rect bar = new(Bounds.X + LabelWidth, y, BarWidth, BarHeight);
            canvas.Text(rows == 1 ? "M" : channel == 0 ? "L" : "R", new Rect(Bounds.X, y, LabelWidth, BarHeight), caption);
            canvas.Fill(bar, palette.Well, 2);
            if (channel < _channels)
            {
                PaintBar(palette, canvas, bar, channel);
                canvas.Text(_number[channel], new Rect(bar.Right + 2, y, ValueWidth - 2, BarHeight), NumberStyle(palette, channel), TextAlign.Right);
            }

            canvas.Stroke(bar, palette.Outline, 1, 2);
            y += BarHeight + BarGap;
        }

        canvas.Text("peak", new Rect(Bounds.Right - ValueWidth + 4, y, ValueWidth - 4, 12), caption, TextAlign.Right);
        double last = double.PositiveInfinity;
        for (int tick = 0; tick < Ticks.Length; tick++)
        {
            double x = Bounds.X + LabelWidth + (MeterScale.Place(Ticks[tick]) * BarWidth);
            canvas.Fill(new Rect(x, y - BarGap + 2, 1, 3), palette.Outline);
            if (last - x >= LeastTickDistance)
            {
                canvas.Text(TickTexts[tick], new Rect(x - 15, y, 30, 12), caption, TextAlign.Centre);
                last = x;
            }
        }
    }

    private static FallingLevel NewBar() => new() { FallDbPerSecond = BarFallDbPerSecond };

    private static FallingLevel NewPeak() => new() { FallDbPerSecond = PeakFallDbPerSecond, HoldSeconds = PeakHoldSeconds };

    private static double At(IReadOnlyList<double> levels, int channel) => channel < levels.Count ? levels[channel] : double.NegativeInfinity;

    private int Rows => _channels == 1 ? 1 : 2;

    private double FirstBarTop => Bounds.Y + (Rows == 1 ? 14 : 5);

    private double ScaleTop => FirstBarTop + (Rows * (BarHeight + BarGap));

    private double BarWidth => Math.Max(20, Bounds.Width - LabelWidth - ValueWidth);

    private void PaintBar(Palette palette, ICanvas canvas, Rect bar, int channel)
    {
        canvas.Fill(bar with { Width = _rmsSteps[channel] / StepsPerPoint }, palette.Accent, 2);
        double peak = _peakSteps[channel] / StepsPerPoint;
        if (peak > 0)
        {
            canvas.Fill(new Rect(Math.Max(bar.X, bar.X + peak - 2), bar.Y, 2, bar.Height), PeakColor(palette, channel));
        }
    }

    private Color PeakColor(Palette palette, int channel) =>
        _numberDb[channel] > 0 ? palette.Bad : _numberDb[channel] > -3 ? palette.Warn : palette.Text;

    private TextStyle NumberStyle(Palette palette, int channel) => new(10.5, _numberDb[channel] > 0, _numberDb[channel] > 0 ? palette.Bad : palette.Text);
}
