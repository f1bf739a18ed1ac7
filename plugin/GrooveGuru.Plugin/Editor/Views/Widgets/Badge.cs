using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>A few words in a frame.</summary>
/// <param name="text">The words.</param>
/// <param name="ink">Their colour and that of the frame.</param>
internal sealed class Badge(string text, Ink ink) : Widget
{
    /// <inheritdoc/>
    public override string Name => text;

    /// <inheritdoc/>
    public override double WidthFor(Stage stage) => Math.Ceiling(stage.Ruler.Measure(text, Style(default)).Width) + 14;

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) => 18;

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        Color color = stage.Palette.Of(ink);
        canvas.Stroke(Bounds, color.WithOpacity(stage.Palette.IsHighContrast ? 1 : 0.55), 1, 9);
        canvas.Text(text, Bounds, Style(color), TextAlign.Centre);
    }

    private static TextStyle Style(Color ink) => new(10, true, ink);
}
