using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

/// <summary>Content with a text field, a drag strip, a meter that moves all the time, and a memory of what was done to it.</summary>
internal sealed class PlainContent : IEditorSurface
{
    public static readonly Rect Field = new(10, 10, 100, 30), Strip = new(10, 100, 100, 30), Meter = new(10, 50, 100, 20);

    public const uint BackgroundColor = 0x203040, FieldColor = 0xE0E0E0, StripColor = 0x40A060;

    private static readonly Rect[] MeterPart = [Meter];

    private (double X, double Y)? _pressed;
    private int _tick;

    public DragOffer? Offer { get; set; }

    public bool IsAnimated { get; set; }

    public int Updates { get; private set; }

    public int Paints { get; private set; }

    public string Typed { get; private set; } = "";

    public List<EditorKey> Keys { get; } = [];

    public List<int> Clicks { get; } = [];

    public double ScrolledLines { get; private set; }

    public List<DragOutcome> EndedDrags { get; } = [];

    public (double X, double Y) LastMove { get; private set; }

    public (double Width, double Height) Size { get; private set; }

    public (double Width, double Height) WantedSize { get; set; } = (200, 150);

    public (double Width, double Height) LeastSize => (120, 140);

    public bool WantsText { get; private set; }

    public bool ShowsFocus { get; private set; }

    public PointerShape Pointer => Field.Contains(LastMove.X, LastMove.Y) ? PointerShape.Text : PointerShape.Arrow;

    public void Resize(double width, double height) => Size = (width, height);

    public ReadOnlySpan<Rect> Update(double nowSeconds)
    {
        Updates++;
        _tick++;
        return IsAnimated ? MeterPart : [];
    }

    public void Paint(ICanvas canvas, Rect part)
    {
        Paints++;
        canvas.Fill(part, new Color(0xFF000000 | BackgroundColor));
        canvas.Fill(Field, new Color(0xFF000000 | FieldColor));
        canvas.Fill(Strip, new Color(0xFF000000 | StripColor));
        canvas.Fill(Meter with { Width = _tick % 100 }, new Color(0xFFFFFF00));
    }

    public void PointerMoved(double x, double y, PointerModifiers modifiers) => LastMove = (x, y);

    public void PointerLeft() => LastMove = (-1, -1);

    public void PointerPressed(double x, double y, PointerModifiers modifiers, int clickCount)
    {
        Clicks.Add(clickCount);
        WantsText = Field.Contains(x, y);
        _pressed = Strip.Contains(x, y) ? (x, y) : null;
    }

    public void PointerReleased(double x, double y, PointerModifiers modifiers) => _pressed = null;

    public void Scrolled(double x, double y, double lines) => ScrolledLines += lines;

    public bool KeyPressed(EditorKey key, string text, PointerModifiers modifiers)
    {
        Keys.Add(key);
        Typed += text;
        ShowsFocus = !WantsText && key is EditorKey.Tab || (ShowsFocus && key is not EditorKey.Escape);
        WantsText &= key != EditorKey.Enter;
        return true;
    }

    public DragOffer? TakeDrag()
    {
        if (_pressed is not { } start || Math.Abs(LastMove.X - start.X) + Math.Abs(LastMove.Y - start.Y) < 4)
        {
            return null;
        }

        _pressed = null;
        return Offer;
    }

    public void DragEnded(DragOutcome outcome) => EndedDrags.Add(outcome);
}
