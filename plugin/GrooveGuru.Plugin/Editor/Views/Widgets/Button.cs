using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>Words that can be pressed.</summary>
/// <param name="text">The words.</param>
/// <param name="action">What pressing does.</param>
/// <param name="look">How it looks.</param>
internal sealed class Button(string text, Action action, ButtonLook look = ButtonLook.Plain) : Widget
{
    private const double CornerRadius = 5;

    /// <inheritdoc/>
    public override string Name => text;

    /// <summary>How it looks.</summary>
    public ButtonLook Look => look;

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <inheritdoc/>
    public override PointerShape Pointer => WhyDisabled is null ? PointerShape.Hand : PointerShape.Arrow;

    /// <inheritdoc/>
    public override double WidthFor(Stage stage) =>
        Math.Max(TouchPoints, Math.Ceiling(stage.Ruler.Measure(text, Style(default)).Width) + 20);

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) => 26;

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        Palette palette = stage.Palette;
        bool isEnabled = WhyDisabled is null, isHovered = isEnabled && stage.Hovered == this, isHeld = isHovered && stage.Pressed == this;
        Color ink = palette.Text;
        if (!isEnabled)
        {
            canvas.Stroke(Bounds, palette.DisabledOutline, 1, CornerRadius);
            ink = palette.DisabledText;
        }
        else if (look is ButtonLook.Primary or ButtonLook.On)
        {
            canvas.Fill(Bounds, isHovered ? palette.AccentHover : palette.Accent, CornerRadius);
            ink = palette.OnAccent;
        }
        else
        {
            if (look == ButtonLook.Plain || isHovered)
            {
                canvas.Fill(Bounds, isHovered ? palette.Hover : palette.Raised, CornerRadius);
            }

            if (look != ButtonLook.Link || isHovered || palette.IsHighContrast)
            {
                canvas.Stroke(Bounds, palette.Outline, isHovered && palette.Hover == palette.Raised ? 2 : 1, CornerRadius);
            }

            ink = look == ButtonLook.Link ? palette.Accent : palette.Text;
        }

        canvas.Text(text, isHeld ? Bounds with { Y = Bounds.Y + 1 } : Bounds, Style(ink), TextAlign.Centre);
        PaintFocus(stage, canvas, CornerRadius);
    }

    /// <inheritdoc/>
    public override void Click(Stage stage) => action();

    private static TextStyle Style(Color ink) => new(11.5, false, ink);
}
