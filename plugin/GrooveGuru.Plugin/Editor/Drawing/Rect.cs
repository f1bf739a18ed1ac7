namespace GrooveGuru.Plugin.Editor.Drawing;

/// <summary>A rectangle, points, from the upper left corner.</summary>
internal readonly record struct Rect(double X, double Y, double Width, double Height)
{
    /// <summary>Right edge.</summary>
    public double Right => X + Width;

    /// <summary>Lower edge.</summary>
    public double Bottom => Y + Height;

    /// <summary>Whether a point lies in it; the left and upper edges belong to it.</summary>
    public bool Contains(double x, double y) => x >= X && x < Right && y >= Y && y < Bottom;

    /// <summary>Whether two have a point in common.</summary>
    public bool Meets(Rect other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    /// <summary>The smallest that holds both.</summary>
    public Rect Union(Rect other)
    {
        double x = Math.Min(X, other.X), y = Math.Min(Y, other.Y);
        return new(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }

    /// <summary>Smaller by a margin on each side.</summary>
    public Rect Inset(double margin) => new(X + margin, Y + margin, Math.Max(0, Width - (2 * margin)), Math.Max(0, Height - (2 * margin)));
}
