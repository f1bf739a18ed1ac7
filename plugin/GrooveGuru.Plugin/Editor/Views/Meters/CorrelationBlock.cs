using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views.Meters;

/// <summary>How alike left and right are, from opposite to the same.</summary>
internal sealed class CorrelationBlock : MeterBlock
{
    private const double NumberTop = 17;
    private double _shown = double.NaN;
    private double _number = double.NaN;
    private bool _isLate;
    private string _text = "–";

    /// <inheritdoc/>
    public override string Name => _text;

    /// <inheritdoc/>
    public override Rect Moving => Bounds with { Y = Bounds.Y + NumberTop, Height = Bounds.Height - NumberTop };

    /// <inheritdoc/>
    public override bool IsFalling => _isLate;

    /// <inheritdoc/>
    public override bool Take(MeterReading reading, double elapsedSeconds, bool isTimeForNumbers)
    {
        double shown = Math.Round(reading.Correlation, 2);
        bool changed = !shown.Equals(_shown);
        _shown = shown;
        _isLate = !shown.Equals(_number) && !isTimeForNumbers;
        if (isTimeForNumbers && !shown.Equals(_number))
        {
            _number = shown;
            _text = double.IsNaN(shown) ? "–" : NumberWords.Hundredths(shown);
            changed = true;
        }

        return changed;
    }

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        Palette palette = stage.Palette;
        Color color = _shown < 0 ? palette.Bad : palette.Accent;
        canvas.Text("Correlation", Bounds with { Y = Bounds.Y + 2, Height = 14 }, Caption(stage), TextAlign.Centre);
        canvas.Text(_text, Bounds with { Y = Bounds.Y + NumberTop, Height = 20 }, new TextStyle(13.5, true, _number < 0 ? palette.Bad : palette.Text), TextAlign.Centre);
        Rect bar = new(Bounds.X + 4, Bounds.Y + 41, Math.Max(10, Bounds.Width - 8), 8);
        canvas.Fill(bar, palette.Well, 2);
        double middle = bar.X + (bar.Width / 2);
        if (!double.IsNaN(_shown))
        {
            double place = bar.X + ((Math.Clamp(_shown, -1, 1) + 1) / 2 * bar.Width);
            canvas.Fill(new Rect(Math.Min(middle, place), bar.Y, Math.Abs(place - middle), bar.Height), color);
        }

        canvas.Fill(new Rect(middle, bar.Y - 2, 1, bar.Height + 4), palette.Outline);
        canvas.Stroke(bar, palette.Outline, 1, 2);
    }
}
