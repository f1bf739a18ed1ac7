using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views.Pages;

/// <summary>A recommendation in one line, which opens when it is pressed.</summary>
/// <param name="item">The recommendation.</param>
/// <param name="open">Shows all of it.</param>
internal sealed class AdviceLine(Recommendation item, Action open) : Widget
{
    private const double CornerRadius = 6, SureWidth = 44;

    /// <inheritdoc/>
    public override string Name => item.Title;

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <inheritdoc/>
    public override PointerShape Pointer => PointerShape.Hand;

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) => 34;

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        Palette palette = stage.Palette;
        Color urgency = palette.Of(AdviceWords.PriorityInk(item.Priority));
        canvas.Fill(Bounds, stage.Hovered == this ? palette.Hover : palette.Panel, CornerRadius);
        canvas.Stroke(Bounds, palette.Line, 1, CornerRadius);
        canvas.Fill(new Rect(Bounds.X, Bounds.Y + 7, 3, Bounds.Height - 14), urgency, 1.5);
        TextStyle small = new(10, true, urgency);
        string word = AdviceWords.Priority(item.Priority);
        double width = stage.Ruler.Measure(word, small).Width + 4;
        canvas.Text(word, new Rect(Bounds.X + 12, Bounds.Y, width, Bounds.Height), small);
        double x = Bounds.X + 12 + width + 8;
        canvas.Text(
            NumberWords.WithMinus(item.Title),
            new Rect(x, Bounds.Y, Math.Max(0, Bounds.Right - x - SureWidth - 16), Bounds.Height),
            new TextStyle(12, true, palette.Text));
        canvas.Text(
            NumberWords.Percent(item.Confidence),
            new Rect(Bounds.Right - SureWidth - 10, Bounds.Y, SureWidth, Bounds.Height),
            new TextStyle(11.5, false, palette.DimText),
            TextAlign.Right);
        PaintFocus(stage, canvas, CornerRadius);
    }

    /// <inheritdoc/>
    public override void Click(Stage stage) => open();
}
