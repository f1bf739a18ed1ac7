using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>Widgets beside each other, in the middle of the row's height.</summary>
/// <param name="gap">Between two, points.</param>
/// <param name="cells">From left to right.</param>
internal sealed class Row(double gap, params IEnumerable<Cell?> cells) : Widget
{
    private readonly Cell[] _cells = [.. cells.OfType<Cell>()];

    /// <summary>Whether children begin at the top instead.</summary>
    public bool IsTopAligned { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children { get; } = [.. cells.OfType<Cell>().Select(cell => cell.Content)];

    /// <inheritdoc/>
    public override double WidthFor(Stage stage) =>
        (gap * Math.Max(0, _cells.Length - 1)) + _cells.Sum(cell => cell.FixedWidth ?? cell.Content.WidthFor(stage));

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width)
    {
        double[] widths = Widths(stage, width);
        return _cells.Select((cell, index) => cell.Content.HeightFor(stage, widths[index])).DefaultIfEmpty(0).Max();
    }

    /// <inheritdoc/>
    public override void Arrange(Stage stage, Rect bounds)
    {
        base.Arrange(stage, bounds);
        double[] widths = Widths(stage, bounds.Width);
        double x = bounds.X;
        for (int index = 0; index < _cells.Length; index++)
        {
            Widget content = _cells[index].Content;
            double height = Math.Min(bounds.Height, content.HeightFor(stage, widths[index]));
            double y = IsTopAligned ? bounds.Y : bounds.Y + Math.Floor((bounds.Height - height) / 2);
            content.Arrange(stage, new Rect(x, y, widths[index], height));
            x += widths[index] + gap;
        }
    }

    // Those that bend share what the others leave; where that is nothing, all shrink alike.
    private double[] Widths(Stage stage, double width)
    {
        double room = Math.Max(0, width - (gap * Math.Max(0, _cells.Length - 1)));
        double[] widths = [.. _cells.Select(cell => cell.Share > 0 ? 0 : cell.FixedWidth ?? cell.Content.WidthFor(stage))];
        double taken = widths.Sum(), shares = _cells.Sum(cell => cell.Share);
        double least = _cells.Where(cell => cell.Share > 0).Sum(cell => cell.FixedWidth ?? 0);
        if (taken + least > room && taken > 0)
        {
            double factor = Math.Max(0, room - least) / taken;
            widths = [.. widths.Select(wanted => Math.Floor(wanted * factor))];
            taken = widths.Sum();
        }

        for (int index = 0; index < widths.Length; index++)
        {
            if (_cells[index].Share > 0)
            {
                widths[index] = Math.Floor(Math.Max(0, room - taken) * _cells[index].Share / shares);
            }
        }

        return widths;
    }
}
