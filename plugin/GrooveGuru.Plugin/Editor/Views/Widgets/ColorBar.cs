using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>A bar of one colour, such as the track's in the host.</summary>
/// <param name="color">The colour.</param>
internal sealed class ColorBar(Color color) : Widget
{
    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) => 24;

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        canvas.Fill(Bounds, color, 3);
        canvas.Stroke(Bounds, stage.Palette.Outline, 1, 3);
    }
}
