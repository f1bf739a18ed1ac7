using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>How far something is.</summary>
/// <param name="share">0–1.</param>
/// <param name="ink">Its colour.</param>
/// <param name="height">Points.</param>
internal sealed class ProgressBar(double share, Ink ink = Ink.Accent, double height = 6) : Widget
{
    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) => height;

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        canvas.Fill(Bounds, stage.Palette.Well, height / 2);
        double filled = Bounds.Width * (double.IsFinite(share) ? Math.Clamp(share, 0, 1) : 0);
        if (filled > 0)
        {
            canvas.Fill(Bounds with { Width = Math.Max(height, filled) }, stage.Palette.Of(ink), height / 2);
        }

        canvas.Stroke(Bounds, stage.Palette.Outline, 1, height / 2);
    }
}
