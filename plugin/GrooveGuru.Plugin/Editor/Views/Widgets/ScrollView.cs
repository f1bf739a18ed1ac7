using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>Shows a part of what is taller than its room; the wheel and the keyboard move it, and so does its bar.</summary>
/// <param name="content">What is shown.</param>
internal sealed class ScrollView(Widget content) : Widget
{
    private const double BarWidth = 10, LinePoints = 48;
    private double _contentHeight;
    private double _grabbedAt;

    /// <summary>How much is above the upper edge, points.</summary>
    public double Offset { get; private set; }

    /// <summary>The most that can be above it.</summary>
    public double MaxOffset => Math.Max(0, _contentHeight - Bounds.Height);

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children { get; } = [content];

    /// <inheritdoc/>
    public override bool ClipsChildren => true;

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) => content.HeightFor(stage, width);

    /// <inheritdoc/>
    public override void Arrange(Stage stage, Rect bounds)
    {
        base.Arrange(stage, bounds);
        double width = bounds.Width;
        _contentHeight = content.HeightFor(stage, width);
        if (_contentHeight > bounds.Height)
        {
            width = Math.Max(0, bounds.Width - BarWidth);
            _contentHeight = content.HeightFor(stage, width);
        }

        Offset = Math.Clamp(Offset, 0, MaxOffset);
        content.Arrange(stage, new Rect(bounds.X, bounds.Y - Math.Round(Offset), width, _contentHeight));
    }

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        if (MaxOffset > 0)
        {
            canvas.Fill(Bar, stage.Palette.Outline, 3);
        }
    }

    /// <summary>Whether a point lies on the track of its bar.</summary>
    public bool IsOnBar(double x, double y) => MaxOffset > 0 && Bounds.Contains(x, y) && x >= Bounds.Right - BarWidth;

    /// <summary>Takes hold of the bar, or moves a page towards the point.</summary>
    public override void Press(Stage stage, double x, double y, PointerModifiers modifiers, int clickCount)
    {
        Rect bar = Bar;
        if (y < bar.Y || y >= bar.Bottom)
        {
            MoveTo(stage, Offset + ((y < bar.Y ? -1 : 1) * Bounds.Height * 0.9));
        }

        _grabbedAt = y - Bar.Y;
    }

    /// <inheritdoc/>
    public override void Drag(Stage stage, double x, double y)
    {
        double room = Bounds.Height - Bar.Height;
        if (room > 0)
        {
            MoveTo(stage, (y - _grabbedAt - Bounds.Y) / room * MaxOffset);
        }
    }

    /// <inheritdoc/>
    public override bool Scroll(Stage stage, double lines) => MoveTo(stage, Offset + (lines * LinePoints));

    /// <summary>Moves to an offset.</summary>
    /// <returns>Whether anything moved.</returns>
    public bool MoveTo(Stage stage, double offset)
    {
        double before = Offset;
        Offset = Math.Clamp(offset, 0, MaxOffset);
        if (Offset == before)
        {
            return false;
        }

        Arrange(stage, Bounds);
        stage.Repaint(Bounds);
        return true;
    }

    /// <summary>Begins at an offset, where the content is as tall as that.</summary>
    public void Keep(double offset) => Offset = Math.Max(0, offset);

    /// <summary>Moves so far that a widget in it can be seen.</summary>
    public void Show(Stage stage, Widget widget)
    {
        const double margin = 10;
        if (widget.Bounds.Y < Bounds.Y + margin)
        {
            MoveTo(stage, Offset - (Bounds.Y + margin - widget.Bounds.Y));
        }
        else if (widget.Bounds.Bottom > Bounds.Bottom - margin)
        {
            MoveTo(stage, Offset + widget.Bounds.Bottom - Bounds.Bottom + margin);
        }
    }

    private Rect Bar
    {
        get
        {
            double height = Math.Max(24, Bounds.Height * Bounds.Height / Math.Max(1, _contentHeight));
            double y = Bounds.Y + (MaxOffset > 0 ? Offset / MaxOffset * (Bounds.Height - height) : 0);
            return new Rect(Bounds.Right - 6, y, 6, height);
        }
    }
}
