using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>A column on a panel of its own.</summary>
/// <param name="gap">Between two, points.</param>
/// <param name="children">From top to bottom.</param>
internal sealed class Card(double gap, params IEnumerable<Widget?> children) : Column(gap, children)
{
    /// <summary>Radius of its corners, points.</summary>
    public const double CornerRadius = 8;

    /// <summary>A bar inside its left edge; null for none.</summary>
    public Ink? Mark { get; init; }

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        canvas.Fill(Bounds, stage.Palette.Panel, CornerRadius);
        canvas.Stroke(Bounds, stage.Palette.Line, 1, CornerRadius);
        if (Mark is { } mark)
        {
            canvas.Fill(new Rect(Bounds.X + 5, Bounds.Y + 9, 3, Bounds.Height - 18), stage.Palette.Of(mark), 1.5);
        }
    }
}
