namespace GrooveGuru.Plugin.Editor.Drawing.Cairo;

/// <content>
/// What needs no cairo: where painting is clipped to is known here, so what lies outside is left at once, and opaque rectangles of
/// whole pixels, which meters are made of, are written into the picture.
/// </content>
internal sealed unsafe partial class CairoCanvas
{
    private const uint ColorBits = 0xFFFFFF;
    private readonly Stack<PixelRect> _outerClips = new();
    private readonly nint _surface;
    private readonly byte* _pixels;
    private readonly int _stride;
    private PixelRect _clip;

    private static bool IsOpaque(Color color) => color.Argb >> 24 == 0xFF;

    private bool IsOutside(PixelRect rect) => rect.Intersect(_clip).IsEmpty;

    // Where neither a corner nor a half covered edge of a rounded rectangle can be seen, the clip cuts a plain one out of it.
    private bool LooksPlain(PixelRect rect, bool isOnPixels, double cornerRadius)
    {
        if (cornerRadius <= 0)
        {
            return true;
        }

        PixelRect part = rect.Intersect(_clip);
        int corner = (int)Math.Ceiling(cornerRadius * _scale) + 1, bend = Bend(cornerRadius);
        bool hasNoCorner = rect.Inset(corner, 0).Holds(part) || rect.Inset(0, corner).Holds(part) || rect.Inset(bend, bend).Holds(part);
        return hasNoCorner && (isOnPixels || rect.Inset(1, 1).Holds(part));
    }

    // How far a round corner reaches in, pixels; a little more than 1 - 1 / sqrt(2) of its radius.
    private int Bend(double cornerRadius) => (int)Math.Ceiling(0.3 * cornerRadius * _scale) + 1;

    private bool TryFillPixels(PixelRect rect, Color color)
    {
        if (_pixels == null || !IsOpaque(color))
        {
            return false;
        }

        PixelRect part = rect.Intersect(_clip);
        if (part.IsEmpty)
        {
            return true;
        }

        CairoNative.Flush(_surface);
        for (int y = part.Top; y < part.Bottom; y++)
        {
            new Span<uint>(_pixels + ((nint)y * _stride) + ((nint)part.Left * sizeof(uint)), part.Width).Fill(color.Argb & ColorBits);
        }

        CairoNative.MarkDirty(_surface);
        return true;
    }

    private bool TryStrokePixels(PixelRect rect, Color color, int width, double cornerRadius)
    {
        int inside = width + Bend(cornerRadius);
        if (rect.Inset(inside, inside).Holds(_clip))
        {
            return true;
        }

        if (_pixels == null || !IsOpaque(color) || !LooksPlain(rect, isOnPixels: true, cornerRadius))
        {
            return false;
        }

        TryFillPixels(rect with { Bottom = rect.Top + width }, color);
        TryFillPixels(rect with { Top = rect.Bottom - width }, color);
        TryFillPixels(rect with { Right = rect.Left + width }, color);
        return TryFillPixels(rect with { Left = rect.Right - width }, color);
    }
}
