using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>An explanation beside what it explains.</summary>
/// <param name="text">The explanation.</param>
internal sealed class Bubble(string text) : Widget
{
    private const double MaxWidth = 330, Margin = 9, Distance = 6;

    private readonly string _shown = NumberWords.WithMinus(text);

    /// <inheritdoc/>
    public override string Name => text;

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) =>
        Math.Ceiling(stage.Ruler.Measure(_shown, Style(stage), width - (2 * Margin)).Height) + (2 * Margin);

    /// <summary>Takes a place below what it explains, or above where there is no room, inside the window.</summary>
    public void PlaceBeside(Stage stage, Rect explained, Rect window)
    {
        double most = Math.Min(MaxWidth, window.Width - 8);
        double width = Math.Min(most, Math.Ceiling(stage.Ruler.Measure(_shown, Style(stage), most - (2 * Margin)).Width) + (2 * Margin) + 2);
        double height = HeightFor(stage, width);
        double x = Math.Clamp(explained.X, window.X + 4, Math.Max(window.X + 4, window.Right - width - 4));
        double below = explained.Bottom + Distance;
        double y = below + height <= window.Bottom - 4 ? below : Math.Max(window.Y + 4, explained.Y - Distance - height);
        Arrange(stage, new Rect(Math.Round(x), Math.Round(y), width, Math.Min(height, window.Height - 8)));
    }

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        canvas.Fill(Bounds, stage.Palette.Raised, 6);
        canvas.Stroke(Bounds, stage.Palette.Accent, 1, 6);
        canvas.Text(_shown, Bounds.Inset(Margin), Style(stage), TextAlign.Left, maxLines: 0);
    }

    private static TextStyle Style(Stage stage) => new(11, false, stage.Palette.Text);
}
