using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>Shows what is chosen, and opens what else can be.</summary>
/// <param name="text">What is chosen.</param>
/// <param name="isOpen">Whether the choice is open.</param>
/// <param name="action">Opens or closes it.</param>
internal sealed class DropButton(string text, bool isOpen, Action action) : Widget
{
    private const double CornerRadius = 5, Margin = 10, ArrowWidth = 8, ArrowHeight = 5, ArrowGap = 7, MostWidth = 190;

    /// <inheritdoc/>
    public override string Name => text;

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <inheritdoc/>
    public override PointerShape Pointer => PointerShape.Hand;

    /// <inheritdoc/>
    public override double WidthFor(Stage stage) =>
        Math.Min(MostWidth, Math.Ceiling(stage.Ruler.Measure(text, Style(default)).Width) + (2 * Margin) + ArrowGap + ArrowWidth);

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) => 26;

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        Palette palette = stage.Palette;
        bool isHovered = stage.Hovered == this;
        if (isHovered || isOpen)
        {
            canvas.Fill(Bounds, palette.Hover, CornerRadius);
        }

        canvas.Stroke(Bounds, isOpen ? palette.Accent : palette.Outline, isOpen || (isHovered && palette.IsHighContrast) ? 2 : 1, CornerRadius);
        double arrow = Bounds.Right - Margin - ArrowWidth, y = Math.Round(Bounds.Y + ((Bounds.Height - ArrowHeight) / 2));
        canvas.Text(text, new Rect(Bounds.X + Margin, Bounds.Y, Math.Max(0, arrow - ArrowGap - Bounds.X - Margin), Bounds.Height), Style(palette.Text));
        canvas.Polygon([(arrow, y), (arrow + ArrowWidth, y), (arrow + (ArrowWidth / 2), y + ArrowHeight)], palette.DimText);
        PaintFocus(stage, canvas, CornerRadius);
    }

    /// <inheritdoc/>
    public override void Click(Stage stage) => action();

    private static TextStyle Style(Color ink) => new(11.5, false, ink);
}
