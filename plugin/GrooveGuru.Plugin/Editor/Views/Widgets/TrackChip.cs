using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>The track's colour and number in the host, as far as the host told them.</summary>
/// <param name="color">The colour, opaque; null where it was not told.</param>
/// <param name="number">The number as text; empty where it was not told.</param>
internal sealed class TrackChip(Color? color, string number) : Widget
{
    private const double CornerRadius = 4, Side = 24, StripeWidth = 5, Margin = 7;

    /// <inheritdoc/>
    public override string Name => number;

    /// <summary>Black or white, whichever can be read better on a colour.</summary>
    public static Color InkOn(Color ground)
    {
        Color black = new(0xFF000000), white = new(0xFFFFFFFF);
        return Palette.Contrast(black, ground) >= Palette.Contrast(white, ground) ? black : white;
    }

    /// <inheritdoc/>
    public override double WidthFor(Stage stage) => number.Length == 0 ? Margin * 2
        : Math.Max(Side, Math.Ceiling(stage.Ruler.Measure(number, Style(default)).Width) + (2 * Margin));

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) => Side;

    /// <inheritdoc/>
    public override void Paint(Stage stage, ICanvas canvas)
    {
        Palette palette = stage.Palette;
        Color ground = color is { } own && !palette.IsHighContrast ? own : palette.Raised;
        canvas.Fill(Bounds, ground, CornerRadius);
        if (color is { } stripe && palette.IsHighContrast)
        {
            // Any colour under the number would have less contrast than this theme promises.
            canvas.Fill(number.Length == 0 ? Bounds.Inset(3) : new Rect(Bounds.X + 2, Bounds.Bottom - StripeWidth - 1, Bounds.Width - 4, StripeWidth), stripe, 2);
        }

        canvas.Stroke(Bounds, palette.Outline, 1, CornerRadius);
        if (number.Length > 0)
        {
            Rect place = palette.IsHighContrast ? Bounds with { Height = Bounds.Height - StripeWidth } : Bounds;
            canvas.Text(number, place, Style(ground == palette.Raised ? palette.Text : InkOn(ground)), TextAlign.Centre);
        }
    }

    private static TextStyle Style(Color ink) => new(11.5, true, ink);
}
