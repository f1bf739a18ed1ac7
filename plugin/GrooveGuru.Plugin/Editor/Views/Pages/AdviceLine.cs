using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views.Pages;

/// <summary>A recommendation in a few lines, which opens when it is pressed.</summary>
/// <param name="item">The recommendation.</param>
/// <param name="whyLines">The most lines of its why; 0 for none.</param>
/// <param name="open">Shows all of it.</param>
internal sealed class AdviceLine(Recommendation item, int whyLines, Action open) : Widget
{
    private const double CornerRadius = 6, SideWidth = 84, Left = 16, Right = 12, Margin = 7, Gap = 2;
    private readonly Label _title = new(item.Title, 12, isBold: true, maxLines: 2);
    private readonly Label _settings = new(AdviceWords.KeySettings(item), 11, maxLines: 1);
    private readonly Label _why = new(item.Because.FirstOrDefault()?.Meaning ?? "", 11, Ink.Dim, maxLines: whyLines);
    private readonly Label _priority = new(AdviceWords.Priority(item.Priority), 10.5, AdviceWords.PriorityInk(item.Priority), isBold: true, maxLines: 1, align: TextAlign.Right);
    private readonly Label _sure = new(NumberWords.Percent(item.Confidence) + (item.Likely ? " sure" : " likely"), 10.5, Ink.Dim, maxLines: 1, align: TextAlign.Right);

    private Widget[]? _parts;

    /// <inheritdoc/>
    public override string Name => item.Title;

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <inheritdoc/>
    public override PointerShape Pointer => PointerShape.Hand;

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _parts ??= [.. Parts()];

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) => Place(stage, new Rect(0, 0, width, 0));

    /// <inheritdoc/>
    public override void Arrange(Stage stage, Rect bounds)
    {
        base.Arrange(stage, bounds);
        Place(stage, bounds);
    }

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        Palette palette = stage.Palette;
        bool isHovered = stage.Hovered == this;
        canvas.Fill(Bounds, isHovered ? palette.Hover : palette.Panel, CornerRadius);
        canvas.Stroke(Bounds, isHovered ? palette.Outline : palette.Line, 1, CornerRadius);
        canvas.Fill(new Rect(Bounds.X + 5, Bounds.Y + 8, 3, Bounds.Height - 16), palette.Of(AdviceWords.PriorityInk(item.Priority)), 1.5);
        PaintFocus(stage, canvas, CornerRadius);
    }

    /// <inheritdoc/>
    public override void Click(Stage stage) => open();

    private IEnumerable<Label> Parts()
    {
        yield return _title;
        yield return _priority;
        yield return _sure;
        if (_settings.Name.Length > 0)
        {
            yield return _settings;
        }

        if (whyLines > 0 && _why.Name.Length > 0)
        {
            yield return _why;
        }
    }

    // The title beside how urgent and how sure, the rest below it.
    private double Place(Stage stage, Rect bounds)
    {
        double width = Math.Max(0, bounds.Width - Left - Right), beside = Math.Max(0, width - SideWidth - 8), x = bounds.X + Left;
        double y = bounds.Y + Margin, title = _title.HeightFor(stage, beside), small = _priority.HeightFor(stage, SideWidth);
        _title.Arrange(stage, new Rect(x, y, beside, title));
        _priority.Arrange(stage, new Rect(x + width - SideWidth, y, SideWidth, small));
        _sure.Arrange(stage, new Rect(x + width - SideWidth, y + small + 1, SideWidth, small));
        y += title + Gap;
        if (_settings.Name.Length > 0)
        {
            // Beside how sure where the title has one line, else below both.
            double room = y >= bounds.Y + Margin + (2 * small) ? width : beside, settings = _settings.HeightFor(stage, room);
            _settings.Arrange(stage, new Rect(x, y, room, settings));
            y += settings + Gap;
        }

        y = Math.Max(y, bounds.Y + Margin + (2 * small) + 1 + Gap);
        if (whyLines > 0 && _why.Name.Length > 0)
        {
            double why = _why.HeightFor(stage, width);
            _why.Arrange(stage, new Rect(x, y, width, why));
            y += why + Gap;
        }

        return y - Gap + Margin - bounds.Y;
    }
}
