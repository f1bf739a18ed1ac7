using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>A file, or several, that can be dragged out of the window.</summary>
/// <param name="offer">What is dragged.</param>
/// <param name="title">What it is.</param>
/// <param name="detail">Its file's name and size.</param>
internal sealed class DragStrip(DragOffer offer, string title, string detail) : Widget
{
    private const double CornerRadius = 5;

    /// <inheritdoc/>
    public override string Name => title;

    /// <summary>What is dragged.</summary>
    public DragOffer Offer => offer;

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <inheritdoc/>
    public override PointerShape Pointer => PointerShape.Grab;

    /// <inheritdoc/>
    public override double WidthFor(Stage stage) => 240;

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) => 34;

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        Palette palette = stage.Palette;
        bool isHovered = stage.Hovered == this;
        canvas.Fill(Bounds, isHovered ? palette.Hover : palette.Raised, CornerRadius);
        canvas.Stroke(Bounds, isHovered ? palette.Accent : palette.Outline, isHovered ? 2 : 1, CornerRadius);
        for (int dot = 0; dot < 6; dot++)
        {
            canvas.Fill(new Rect(Bounds.X + 10 + (dot % 2 * 5), Bounds.Y + 10 + (dot / 2 * 5), 2.5, 2.5), palette.Accent, 1.25);
        }

        double titleWidth = Math.Min(stage.Ruler.Measure(title, new TextStyle(12, true, palette.Text)).Width + 8, (Bounds.Width - 36) * 0.6);
        canvas.Text(title, new Rect(Bounds.X + 26, Bounds.Y, titleWidth, Bounds.Height), new TextStyle(12, true, palette.Text));
        canvas.Text(
            detail,
            new Rect(Bounds.X + 26 + titleWidth, Bounds.Y, Math.Max(0, Bounds.Width - 36 - titleWidth), Bounds.Height),
            new TextStyle(11, false, palette.DimText),
            TextAlign.Right);
        PaintFocus(stage, canvas, CornerRadius);
    }
}
