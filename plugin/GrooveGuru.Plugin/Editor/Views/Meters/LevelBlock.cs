using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views.Meters;

/// <summary>RMS as a bar and the held peak as a line and a number of each channel, over a scale in dBFS.</summary>
internal sealed class LevelBlock : MeterBlock
{
    private const double LabelWidth = 14, ValueWidth = 40, BarHeight = 13, BarGap = 6, PeakWidth = 2, WarnDb = -3;
    private const double LeastTickDistance = 24;

    // The window of the RMS makes it fall by itself; this only rounds off the steps of large blocks and the end of the music.
    private const double BarFallDbPerSecond = 120;
    private const double PeakHoldSeconds = 1, PeakFallDbPerSecond = 24;
    private static readonly int[] Ticks = [0, -12, -24, -36, -48];
    private static readonly string[] TickTexts = ["0", "−12", "−24", "−36", "−48"];
    private readonly FallingLevel[] _barLevels = [NewBar(), NewBar()];
    private readonly FallingLevel[] _peakLevels = [NewPeak(), NewPeak()];
    private readonly int[] _peak = [0, 0];
    private readonly int[] _rms = [0, 0];
    private readonly double[] _peakDb = [double.NegativeInfinity, double.NegativeInfinity];
    private readonly double[] _shownDb = [double.NegativeInfinity, double.NegativeInfinity];
    private readonly string[] _value = ["", ""];
    private int _channels;

    /// <inheritdoc/>
    public override string Name => string.Join(" ", _value[.._channels]);

    /// <inheritdoc/>
    public override void Reset() => (_peakLevels[0], _peakLevels[1]) = (NewPeak(), NewPeak());

    /// <inheritdoc/>
    public override bool Take(Stage stage, MeterReading reading, bool takesNumbers, double elapsedSeconds)
    {
        int channels = Math.Clamp(reading.ChannelCount, 0, 2);
        if (channels != _channels)
        {
            _channels = channels;
            takesNumbers = true;
            stage.Repaint(Bounds);
        }

        bool waits = false;
        for (int channel = 0; channel < _channels; channel++)
        {
            double peakDb = At(reading.PeakDbfs, channel);
            waits |= _barLevels[channel].Take(At(reading.RmsDbfs, channel), elapsedSeconds) | _peakLevels[channel].Take(peakDb, elapsedSeconds);
            peakDb = _peakLevels[channel].ShownDb > MeterScale.FloorDb ? _peakLevels[channel].ShownDb : peakDb;
            Move(stage, channel, peakDb, _barLevels[channel].ShownDb);
            double shownDb = Math.Round(peakDb, 1);
            if (shownDb.Equals(_shownDb[channel]) && _value[channel].Length > 0)
            {
                continue;
            }

            if (!takesNumbers)
            {
                waits = true;
                continue;
            }

            _shownDb[channel] = shownDb;
            _value[channel] = NumberWords.Level(shownDb);
            stage.Repaint(Value(channel));
        }

        return waits;
    }

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        Palette palette = stage.Palette;
        int rows = Rows;
        TextStyle caption = Caption(stage);
        for (int channel = 0; channel < rows; channel++)
        {
            Rect bar = Bar(channel);
            canvas.Text(rows == 1 ? "M" : channel == 0 ? "L" : "R", new Rect(Bounds.X, bar.Y, LabelWidth, BarHeight), caption);
            canvas.Fill(bar, palette.Well, 2);
            if (channel < _channels)
            {
                PaintBar(palette, canvas, bar, channel);
                canvas.Text(_value[channel], Value(channel), ValueStyle(palette, channel), TextAlign.Right);
            }

            canvas.Stroke(bar, palette.Outline, 1, 2);
        }

        double y = Bar(rows).Y, last = double.PositiveInfinity;
        canvas.Text("peak", Value(rows), caption, TextAlign.Right);
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

    private double BarWidth => Math.Max(20, Bounds.Width - LabelWidth - ValueWidth);

    private int Rows => _channels == 1 ? 1 : 2;

    private Rect Bar(int row) => new(Bounds.X + LabelWidth, Bounds.Y + (Rows == 1 ? 14 : 5) + (row * (BarHeight + BarGap)), BarWidth, BarHeight);

    private Rect Value(int row) => new(Bounds.X + LabelWidth + BarWidth + 2, Bar(row).Y, ValueWidth - 2, BarHeight);

    // Between the old and the new ends of bar and line everything looks different, and nowhere else.
    private void Move(Stage stage, int channel, double peakDb, double rmsDb)
    {
        double steps = BarWidth * StepsPerPoint;
        int peak = MeterScale.Step(peakDb, steps), rms = MeterScale.Step(rmsDb, steps);
        bool isSame = peak == _peak[channel] && rms == _rms[channel] && PeakInk(peakDb) == PeakInk(_peakDb[channel]);
        _peakDb[channel] = peakDb;
        if (isSame)
        {
            return;
        }

        double from = Math.Min(Math.Min(peak, _peak[channel]) - (PeakWidth * StepsPerPoint), Math.Min(rms, _rms[channel])) / StepsPerPoint;
        double to = Math.Max(Math.Max(peak, _peak[channel]), Math.Max(rms, _rms[channel])) / StepsPerPoint;
        Rect bar = Bar(channel);
        from = Math.Max(0, Math.Floor(from) - 1);
        stage.Repaint(bar with { X = bar.X + from, Width = Math.Min(bar.Width, Math.Ceiling(to) + 1) - from });
        (_peak[channel], _rms[channel]) = (peak, rms);
    }

    private static int PeakInk(double peakDb) => peakDb > 0 ? 2 : peakDb > WarnDb ? 1 : 0;

    private void PaintBar(Palette palette, ICanvas canvas, Rect bar, int channel)
    {
        double rms = Math.Min(_rms[channel] / StepsPerPoint, bar.Width - 1);
        if (rms > 1)
        {
            canvas.Fill(new Rect(bar.X + 1, bar.Y + 1, rms - 1, bar.Height - 2), palette.Accent);
        }

        double peak = _peak[channel] / StepsPerPoint;
        if (peak > 0)
        {
            canvas.Fill(new Rect(Math.Max(bar.X, bar.X + peak - PeakWidth), bar.Y, PeakWidth, bar.Height), PeakColor(palette, channel));
        }
    }

    private Color PeakColor(Palette palette, int channel) =>
        PeakInk(_peakDb[channel]) switch { 2 => palette.Bad, 1 => palette.Warn, _ => palette.Text };

    private TextStyle ValueStyle(Palette palette, int channel) => new(10.5, _shownDb[channel] > 0, _shownDb[channel] > 0 ? palette.Bad : palette.Text);
}
