using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>Text to read.</summary>
/// <param name="text">The text.</param>
/// <param name="sizePoints">Size of the font, points.</param>
/// <param name="ink">Its colour.</param>
/// <param name="isBold">Bold or regular.</param>
/// <param name="maxLines">Lines after which it ends with an ellipsis; 0 for any number.</param>
/// <param name="align">Where it stands.</param>
internal sealed class Label(
    string text, double sizePoints = 12, Ink ink = Ink.Normal, bool isBold = false, int maxLines = 0, TextAlign align = TextAlign.Left) : Widget
{
    private readonly string _shown = NumberWords.WithMinus(text);

    /// <summary>The text.</summary>
    public override string Name => text;

    /// <summary>Lines after which it ends with an ellipsis; 0 for any number.</summary>
    public int MaxLines => maxLines;

    /// <inheritdoc/>
    public override double WidthFor(Stage stage) => Math.Ceiling(stage.Ruler.Measure(_shown, Style(stage)).Width) + 1;

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width)
    {
        double line = stage.Ruler.Measure("X", Style(stage)).Height;
        double height = maxLines == 1 || text.Length == 0 ? line : stage.Ruler.Measure(_shown, Style(stage), Math.Max(1, width)).Height;
        return Math.Ceiling(maxLines > 1 ? Math.Min(height, maxLines * line * 1.02) : height);
    }

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas) => canvas.Text(_shown, Bounds, Style(stage), align, maxLines);

    private TextStyle Style(Stage stage) => new(sizePoints, isBold, stage.Palette.Of(ink));
}
