using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>Two widgets beside each other where there is room, below each other else.</summary>
/// <param name="gap">Between the two, points.</param>
/// <param name="leastWidth">From here on they stand beside each other, points.</param>
/// <param name="first">Left or above.</param>
/// <param name="second">Right or below.</param>
internal sealed class Split(double gap, double leastWidth, Widget first, Widget second) : Widget
{
    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children { get; } = [first, second];

    /// <summary>The part of the first one where they stand beside each other, 0–1.</summary>
    public double FirstShare { get; init; } = 0.5;

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width)
    {
        if (width < leastWidth)
        {
            return first.HeightFor(stage, width) + gap + second.HeightFor(stage, width);
        }

        (double left, double right) = Widths(width);
        return Math.Max(first.HeightFor(stage, left), second.HeightFor(stage, right));
    }

    /// <inheritdoc/>
    public override void Arrange(Stage stage, Rect bounds)
    {
        base.Arrange(stage, bounds);
        if (bounds.Width < leastWidth)
        {
            double above = first.HeightFor(stage, bounds.Width);
            first.Arrange(stage, bounds with { Height = above });
            second.Arrange(stage, bounds with { Y = bounds.Y + above + gap, Height = second.HeightFor(stage, bounds.Width) });
            return;
        }

        (double left, double right) = Widths(bounds.Width);
        first.Arrange(stage, bounds with { Width = left });
        second.Arrange(stage, bounds with { X = bounds.X + left + gap, Width = right });
    }

    private (double Left, double Right) Widths(double width)
    {
        double left = Math.Floor((width - gap) * FirstShare);
        return (left, width - gap - left);
    }
}
