namespace GrooveGuru.Plugin.Editor.Drawing.Cairo;

/// <summary>Paints on any surface of cairo. One for each paint or one for the life of a surface. [main-thread]</summary>
internal sealed unsafe partial class CairoCanvas : ICanvas, IDisposable
{
    private const double Quarter = Math.PI / 2;
    private const int RoundJoin = 1, RoundCap = 1;
    private readonly TextLayouts _texts;
    private readonly double _scale;
    private nint _cairo;

    /// <summary>Begins on a surface, whose upper left corner is the corner of the content.</summary>
    /// <param name="surface">A cairo_surface_t; it stays the caller's.</param>
    /// <param name="texts">The window's set text, of the same content scale; it stays the caller's.</param>
    /// <exception cref="DrawingUnavailableException">Cairo refuses the surface.</exception>
    public CairoCanvas(nint surface, TextLayouts texts)
    {
        _texts = texts;
        _scale = texts.Scale;
        _cairo = CairoNative.Create(surface);
        Interlocked.Increment(ref _liveCanvases);
        int status = CairoNative.Status(_cairo);
        if (status != 0)
        {
            Dispose();
            throw new DrawingUnavailableException($"Cairo refuses the surface of the window (status {status}).");
        }

        _surface = surface;
        _pixels = CairoNative.ImageData(surface);
        _stride = CairoNative.ImageStride(surface);
        _clip = new PixelRect(0, 0, CairoNative.ImageWidth(surface), CairoNative.ImageHeight(surface));
        CairoNative.Scale(_cairo, _scale, _scale);
        CairoNative.SetLineJoin(_cairo, RoundJoin);
        CairoNative.SetLineCap(_cairo, RoundCap);
    }

    /// <summary>Canvases of this process that were not disposed yet.</summary>
    public static int LiveCanvases => _liveCanvases;

    private static int _liveCanvases;

    /// <inheritdoc/>
    public void Fill(Rect rect, Color color, double cornerRadius = 0)
    {
        if (rect.Width <= 0 || rect.Height <= 0)
        {
            return;
        }

        PixelRect pixels = PixelRect.Nearest(rect, _scale);
        PixelRect around = PixelRect.Around(rect, _scale);
        bool isOnPixels = around == PixelRect.Within(rect, _scale);
        if (IsOutside(around) || (LooksPlain(pixels, isOnPixels, cornerRadius) && TryFillPixels(pixels, color)))
        {
            return;
        }

        Trace(cornerRadius > 0 ? rect : ToPixels(rect), cornerRadius);
        SetSource(color);
        CairoNative.Fill(_cairo);
    }

    /// <inheritdoc/>
    public void Stroke(Rect rect, Color color, double lineWidth = 1, double cornerRadius = 0)
    {
        if (rect.Width <= lineWidth || rect.Height <= lineWidth)
        {
            return;
        }

        double width = Math.Max(1, Math.Round(lineWidth * _scale)) / _scale;
        PixelRect pixels = PixelRect.Nearest(rect, _scale);
        if (IsOutside(pixels) || TryStrokePixels(pixels, color, (int)Math.Round(width * _scale), cornerRadius))
        {
            return;
        }

        Trace(ToPixels(rect).Inset(width / 2), Math.Max(0, cornerRadius - (width / 2)));
        SetSource(color);
        CairoNative.SetLineWidth(_cairo, width);
        CairoNative.Stroke(_cairo);
    }

    /// <inheritdoc/>
    public void Polyline(ReadOnlySpan<(double X, double Y)> points, Color color, double lineWidth = 1)
    {
        if (points.Length < 2)
        {
            return;
        }

        Trace(points);
        SetSource(color);
        CairoNative.SetLineWidth(_cairo, lineWidth);
        CairoNative.Stroke(_cairo);
    }

    /// <inheritdoc/>
    public void Polygon(ReadOnlySpan<(double X, double Y)> points, Color color)
    {
        if (points.Length < 3)
        {
            return;
        }

        Trace(points);
        CairoNative.ClosePath(_cairo);
        SetSource(color);
        CairoNative.Fill(_cairo);
    }

    /// <inheritdoc/>
    public void Text(string text, Rect rect, TextStyle style, TextAlign align = TextAlign.Left, int maxLines = 1)
    {
        if (text.Length == 0 || rect.Width <= 0)
        {
            return;
        }

        // A line that stands higher than its rectangle is centred on it; what is below several lines, only the set text knows.
        Rect room = rect with { Y = rect.Y - style.SizePoints, Height = maxLines == 1 ? rect.Height + (2 * style.SizePoints) : 1e6 };
        if (IsOutside(PixelRect.Around(room, _scale)))
        {
            return;
        }

        SetText set = _texts.Get(text, style, rect.Width, maxLines, align);
        double y = maxLines == 1 ? (rect.Y * _scale) + (((rect.Height * _scale) - set.HeightPixels) / 2) : rect.Y * _scale;
        int top = (int)Math.Round(y);
        if (IsOutside(new PixelRect(_clip.Left, top - 1, _clip.Right, top + (int)Math.Ceiling(set.HeightPixels) + 1)))
        {
            return;
        }

        CairoNative.Save(_cairo);
        CairoNative.IdentityMatrix(_cairo);
        CairoNative.MoveTo(_cairo, Math.Round(rect.X * _scale), Math.Round(y));
        SetSource(style.Color);
        PangoNative.ShowLayout(_cairo, set.Layout);
        CairoNative.Restore(_cairo);
    }

    /// <inheritdoc/>
    public void PushClip(Rect rect)
    {
        _outerClips.Push(_clip);
        _clip = _clip.Intersect(PixelRect.Nearest(rect, _scale));
        CairoNative.Save(_cairo);
        Trace(ToPixels(rect), 0);
        CairoNative.Clip(_cairo);
    }

    /// <inheritdoc/>
    public void Pop()
    {
        _clip = _outerClips.Pop();
        CairoNative.Restore(_cairo);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_cairo != 0)
        {
            CairoNative.Destroy(_cairo);
            _cairo = 0;
            Interlocked.Decrement(ref _liveCanvases);
        }
    }

    private Rect ToPixels(Rect rect)
    {
        double x = Math.Round(rect.X * _scale) / _scale, y = Math.Round(rect.Y * _scale) / _scale;
        return new(x, y, (Math.Round(rect.Right * _scale) / _scale) - x, (Math.Round(rect.Bottom * _scale) / _scale) - y);
    }

    private void SetSource(Color color) => CairoNative.SetSource(
        _cairo,
        ((color.Argb >> 16) & 0xFF) / 255.0,
        ((color.Argb >> 8) & 0xFF) / 255.0,
        (color.Argb & 0xFF) / 255.0,
        (color.Argb >> 24) / 255.0);

    private void Trace(ReadOnlySpan<(double X, double Y)> points)
    {
        CairoNative.NewPath(_cairo);
        CairoNative.MoveTo(_cairo, points[0].X, points[0].Y);
        foreach ((double x, double y) in points[1..])
        {
            CairoNative.LineTo(_cairo, x, y);
        }
    }

    private void Trace(Rect rect, double cornerRadius)
    {
        CairoNative.NewPath(_cairo);
        double radius = Math.Min(cornerRadius, Math.Min(rect.Width, rect.Height) / 2);
        if (radius <= 0)
        {
            CairoNative.Rectangle(_cairo, rect.X, rect.Y, rect.Width, rect.Height);
            return;
        }

        CairoNative.Arc(_cairo, rect.Right - radius, rect.Y + radius, radius, -Quarter, 0);
        CairoNative.Arc(_cairo, rect.Right - radius, rect.Bottom - radius, radius, 0, Quarter);
        CairoNative.Arc(_cairo, rect.X + radius, rect.Bottom - radius, radius, Quarter, 2 * Quarter);
        CairoNative.Arc(_cairo, rect.X + radius, rect.Y + radius, radius, 2 * Quarter, 3 * Quarter);
        CairoNative.ClosePath(_cairo);
    }
}
