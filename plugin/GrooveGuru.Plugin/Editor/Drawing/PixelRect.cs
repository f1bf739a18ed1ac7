namespace GrooveGuru.Plugin.Editor.Drawing;

/// <summary>A rectangle of whole pixels, from the upper left corner; right and lower edges lie outside.</summary>
internal readonly record struct PixelRect(int Left, int Top, int Right, int Bottom)
{
    /// <summary>Width, pixels; below 0 for one that is nowhere.</summary>
    public int Width => Right - Left;

    /// <summary>Height, pixels; below 0 for one that is nowhere.</summary>
    public int Height => Bottom - Top;

    /// <summary>Whether there is no pixel in it.</summary>
    public bool IsEmpty => Right <= Left || Bottom <= Top;

    /// <summary>All pixels that a rectangle touches.</summary>
    /// <param name="rect">The rectangle, points.</param>
    /// <param name="scale">Pixels of a point.</param>
    public static PixelRect Around(Rect rect, double scale) => new(
        (int)Math.Floor(rect.X * scale), (int)Math.Floor(rect.Y * scale), (int)Math.Ceiling(rect.Right * scale), (int)Math.Ceiling(rect.Bottom * scale));

    /// <summary>All pixels that a rectangle covers whole.</summary>
    /// <param name="rect">The rectangle, points.</param>
    /// <param name="scale">Pixels of a point.</param>
    public static PixelRect Within(Rect rect, double scale) => new(
        (int)Math.Ceiling(rect.X * scale), (int)Math.Ceiling(rect.Y * scale), (int)Math.Floor(rect.Right * scale), (int)Math.Floor(rect.Bottom * scale));

    /// <summary>The nearest whole pixels to a rectangle's edges.</summary>
    /// <param name="rect">The rectangle, points.</param>
    /// <param name="scale">Pixels of a point.</param>
    public static PixelRect Nearest(Rect rect, double scale) => new(
        (int)Math.Round(rect.X * scale), (int)Math.Round(rect.Y * scale), (int)Math.Round(rect.Right * scale), (int)Math.Round(rect.Bottom * scale));

    /// <summary>What lies in both; empty where nothing does.</summary>
    public PixelRect Intersect(PixelRect other) => new(
        Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom));

    /// <summary>Whether all of another one lies in it.</summary>
    public bool Holds(PixelRect other) => other.Left >= Left && other.Top >= Top && other.Right <= Right && other.Bottom <= Bottom;

    /// <summary>Smaller by a margin on the left and right and one above and below.</summary>
    public PixelRect Inset(int horizontal, int vertical) => new(Left + horizontal, Top + vertical, Right - horizontal, Bottom - vertical);

    /// <summary>In points.</summary>
    /// <param name="scale">Pixels of a point.</param>
    public Rect ToPoints(double scale) => new(Left / scale, Top / scale, Width / scale, Height / scale);
}
