using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views.Meters;

/// <summary>RMS as a bar and peak as a line of each channel, over a scale in dBFS.</summary>
internal sealed class LevelBlock : MeterBlock
{
    private const double LabelWidth = 14, ValueWidth = 40, BarHeight = 13, BarGap = 6;
    private const double LeastTickDistance = 24;
    private static readonly int[] Ticks = [0, -12, -24, -36, -48];
    private static readonly string[] TickTexts = ["0", "−12", "−24", "−36", "−48"];
    private readonly int[] _peak = [0, 0];
    private readonly int[] _rms = [0, 0];
    private readonly double[] _peakDb = [double.NegativeInfinity, double.NegativeInfinity];
    private readonly string[] _value = ["", ""];
    private int _channels;

    /// <inheritdoc/>
    public override string Name => string.Join(" ", _value[.._channels]);

    /// <inheritdoc/>
    public override bool Take(MeterReading reading)
    {
        double steps = BarWidth * StepsPerPoint;
        bool changed = _channels != Math.Clamp(reading.ChannelCount, 0, 2);
        _channels = Math.Clamp(reading.ChannelCount, 0, 2);
        for (int channel = 0; channel < _channels; channel++)
        {
            double peakDb = channel < reading.PeakDbfs.Count ? reading.PeakDbfs[channel] : double.NegativeInfinity;
            double rmsDb = channel < reading.RmsDbfs.Count ? reading.RmsDbfs[channel] : double.NegativeInfinity;
            int peak = MeterScale.Step(peakDb, steps), rms = MeterScale.Step(rmsDb, steps);
            double shownDb = Math.Round(peakDb, 1);
            if (!shownDb.Equals(_peakDb[channel]) || _value[channel].Length == 0)
            {
                _peakDb[channel] = shownDb;
                _value[channel] = NumberWords.Level(shownDb);
                changed = true;
            }

            changed |= peak != _peak[channel] || rms != _rms[channel];
            (_peak[channel], _rms[channel]) = (peak, rms);
        }

        return changed;
    }

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        Palette palette = stage.Palette;
        int rows = _channels == 1 ? 1 : 2;
        double y = Bounds.Y + (rows == 1 ? 14 : 5);
        TextStyle caption = Caption(stage);
        for (int channel = 0; channel < rows; channel++)
        {
            Rect bar = new(Bounds.X + LabelWidth, y, BarWidth, BarHeight);
            canvas.Text(rows == 1 ? "M" : channel == 0 ? "L" : "R", new Rect(Bounds.X, y, LabelWidth, BarHeight), caption);
            canvas.Fill(bar, palette.Well, 2);
            if (channel < _channels)
            {
                PaintBar(palette, canvas, bar, channel);
                canvas.Text(_value[channel], new Rect(bar.Right + 2, y, ValueWidth - 2, BarHeight), ValueStyle(palette, channel), TextAlign.Right);
            }

            canvas.Stroke(bar, palette.Outline, 1, 2);
            y += BarHeight + BarGap;
        }

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

    private double BarWidth => Math.Max(20, Bounds.Width - LabelWidth - ValueWidth);

    private void PaintBar(Palette palette, ICanvas canvas, Rect bar, int channel)
    {
        canvas.Fill(bar with { Width = _rms[channel] / StepsPerPoint }, palette.Accent, 2);
        double peak = _peak[channel] / StepsPerPoint;
        if (peak > 0)
        {
            canvas.Fill(new Rect(Math.Max(bar.X, bar.X + peak - 2), bar.Y, 2, bar.Height), PeakColor(palette, channel));
        }
    }

    private Color PeakColor(Palette palette, int channel) =>
        _peakDb[channel] > 0 ? palette.Bad : _peakDb[channel] > -3 ? palette.Warn : palette.Text;

    private TextStyle ValueStyle(Palette palette, int channel) => new(10.5, _peakDb[channel] > 0, _peakDb[channel] > 0 ? palette.Bad : palette.Text);
}
