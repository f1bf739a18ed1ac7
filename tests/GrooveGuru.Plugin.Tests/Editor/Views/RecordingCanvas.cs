using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

/// <summary>A canvas that remembers what was painted, and where the ink of each text lies.</summary>
internal sealed class RecordingCanvas(ITextRuler ruler) : ICanvas
{
    private readonly Stack<Rect> _clips = new();

    public List<(Rect Rect, Color Color)> Fills { get; } = [];

    public List<(Rect Rect, Color Color, double LineWidth)> Strokes { get; } = [];

    public List<PaintedText> Texts { get; } = [];

    public void Fill(Rect rect, Color color, double cornerRadius = 0)
    {
        if (rect is { Width: > 0, Height: > 0 })
        {
            Fills.Add((rect, color));
        }
    }

    public void Stroke(Rect rect, Color color, double lineWidth = 1, double cornerRadius = 0) => Strokes.Add((rect, color, lineWidth));

    public void Polyline(ReadOnlySpan<(double X, double Y)> points, Color color, double lineWidth = 1)
    {
    }

    public void Polygon(ReadOnlySpan<(double X, double Y)> points, Color color)
    {
    }

    public void Text(string text, Rect rect, TextStyle style, TextAlign align = TextAlign.Left, int maxLines = 1)
    {
        if (text.Length == 0 || rect is not { Width: > 0, Height: > 0 })
        {
            return;
        }

        (double wanted, double height) = maxLines == 1 ? ruler.Measure(text, style) : ruler.Measure(text, style, rect.Width);
        double line = ruler.Measure("X", style).Height, width = Math.Min(wanted, rect.Width);
        double tall = maxLines > 1 ? Math.Min(height, line * maxLines) : height;
        double x = align switch { TextAlign.Centre => rect.X + ((rect.Width - width) / 2), TextAlign.Right => rect.Right - width, _ => rect.X };
        double y = maxLines == 1 ? rect.Y + ((rect.Height - tall) / 2) : rect.Y;
        bool isCut = maxLines == 1 ? wanted > rect.Width + CutTolerance : height > (maxLines > 1 ? tall : rect.Height) + CutTolerance;
        Texts.Add(new PaintedText(text, new Rect(x, y, width, tall), rect, _clips.TryPeek(out Rect clip) ? clip : null, isCut, maxLines));
    }

    public void PushClip(Rect rect) => _clips.Push(_clips.TryPeek(out Rect outer) ? Cut(outer, rect) : rect);

    public void Pop() => _clips.Pop();

    private const double CutTolerance = 1;

    private static Rect Cut(Rect one, Rect other)
    {
        double x = Math.Max(one.X, other.X), y = Math.Max(one.Y, other.Y);
        return new(x, y, Math.Max(0, Math.Min(one.Right, other.Right) - x), Math.Max(0, Math.Min(one.Bottom, other.Bottom) - y));
    }
}
