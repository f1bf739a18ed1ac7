using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>A dot of a colour; words beside it say the same.</summary>
/// <param name="ink">Its colour.</param>
internal sealed class Dot(Ink ink) : Widget
{
    private const double Diameter = 8;

    /// <inheritdoc/>
    public override double WidthFor(Stage stage) => Diameter;

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) => Diameter;

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas) => canvas.Fill(Bounds, stage.Palette.Of(ink), Diameter / 2);
}
