using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>Widgets below each other, each as wide as the column.</summary>
/// <param name="gap">Between two, points.</param>
/// <param name="children">From top to bottom.</param>
internal class Column(double gap, params IEnumerable<Widget?> children) : Widget
{
    private readonly Widget[] _children = [.. children.OfType<Widget>()];

    /// <summary>Room inside its edge, points.</summary>
    public double Padding { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _children;

    /// <inheritdoc/>
    public override double WidthFor(Stage stage) => (2 * Padding) + _children.Select(child => child.WidthFor(stage)).DefaultIfEmpty(0).Max();

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) =>
        (2 * Padding) + (gap * Math.Max(0, _children.Length - 1)) + _children.Sum(child => child.HeightFor(stage, width - (2 * Padding)));

    /// <inheritdoc/>
    public override void Arrange(Stage stage, Rect bounds)
    {
        base.Arrange(stage, bounds);
        double y = bounds.Y + Padding, width = Math.Max(0, bounds.Width - (2 * Padding));
        foreach (Widget child in _children)
        {
            double height = child.HeightFor(stage, width);
            child.Arrange(stage, new Rect(bounds.X + Padding, y, width, height));
            y += height + gap;
        }
    }
}
