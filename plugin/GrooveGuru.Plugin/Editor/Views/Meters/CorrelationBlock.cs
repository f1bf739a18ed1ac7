using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views.Meters;

/// <summary>How alike left and right are, from opposite to the same.</summary>
internal sealed class CorrelationBlock : MeterBlock
{
    private double _shown = double.NaN;
    private double _number = double.NaN;
    private string _text = "–";

    /// <inheritdoc/>
    public override string Name => _text;

    /// <inheritdoc/>
    public override bool Take(Stage stage, MeterReading reading, bool takesNumbers, double elapsedSeconds)
    {
        double shown = Math.Round(reading.Correlation, 2);
        if (!shown.Equals(_shown))
        {
            double before = Place(_shown), now = Place(shown);
            bool wasNegative = _shown < 0;
            _shown = shown;
            stage.Repaint(wasNegative == shown < 0
                ? Bar with { X = Math.Min(before, now) - 1, Width = Math.Abs(before - now) + 2 }
                : Bar);
        }

        if (shown.Equals(_number) || !takesNumbers)
        {
            return !shown.Equals(_number);
        }

        _number = shown;
        _text = double.IsNaN(shown) ? "–" : NumberWords.Hundredths(shown);
        stage.Repaint(Number);
        return false;
    }

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        Palette palette = stage.Palette;
        Color color = _shown < 0 ? palette.Bad : palette.Accent;
        canvas.Text("Correlation", Bounds with { Y = Bounds.Y + 2, Height = 14 }, Caption(stage), TextAlign.Centre);
        canvas.Text(_text, Number, new TextStyle(13.5, true, _number < 0 ? palette.Bad : palette.Text), TextAlign.Centre);
        Rect bar = Bar;
        canvas.Fill(bar, palette.Well, 2);
        double middle = bar.X + (bar.Width / 2);
        if (!double.IsNaN(_shown))
        {
            double place = Place(_shown);
            canvas.Fill(new Rect(Math.Min(middle, place), bar.Y, Math.Abs(place - middle), bar.Height), color);
        }

        canvas.Fill(new Rect(middle, bar.Y - 2, 1, bar.Height + 4), palette.Outline);
        canvas.Stroke(bar, palette.Outline, 1, 2);
    }

    private Rect Bar => new(Bounds.X + 4, Bounds.Y + 41, Math.Max(10, Bounds.Width - 8), 8);

    private Rect Number => Bounds with { Y = Bounds.Y + 17, Height = 20 };

    // In the middle where there is none.
    private double Place(double correlation) =>
        Bar.X + ((double.IsNaN(correlation) ? 0.5 : (Math.Clamp(correlation, -1, 1) + 1) / 2) * Bar.Width);
}
