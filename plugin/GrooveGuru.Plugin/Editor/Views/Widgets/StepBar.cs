using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>A level as filled steps: how much of a quality is there.</summary>
/// <param name="filled">Filled steps.</param>
/// <param name="count">All steps.</param>
internal sealed class StepBar(int filled, int count) : Widget
{
    private const double Gap = 2;

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) => 8;

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        double width = (Bounds.Width - (Gap * (count - 1))) / count;
        for (int step = 0; step < count; step++)
        {
            Rect place = new(Bounds.X + (step * (width + Gap)), Bounds.Y, width, Bounds.Height);
            canvas.Fill(place, step < filled ? stage.Palette.Accent : stage.Palette.Well, 1.5);
            canvas.Stroke(place, step < filled ? stage.Palette.Accent : stage.Palette.Outline, 1, 1.5);
        }
    }
}
