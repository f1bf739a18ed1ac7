using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Drawing.Cairo;
using GrooveGuru.Plugin.Editor.Views;
using GrooveGuru.Plugin.Editor.Views.Widgets;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

/// <summary>The content with a test around it: no window system, time by hand.</summary>
internal sealed class TestWindow : IDisposable
{
    private readonly double _scale;
    private double _nowSeconds;

    public TestWindow(EditorState? state = null, EditorPreferences? preferences = null, double scale = 1, MeterReading? meters = null)
    {
        _scale = scale;
        Desk.State = state ?? SampleStates.Judged;
        Desk.Preferences = preferences ?? EditorPreferences.Default;
        Desk.Meters = meters ?? SampleStates.Music();
        Texts = new TextLayouts(scale);
        View = new EditorView(Desk, Shell, Texts);
        (double width, double height) = View.WantedSize;
        View.Resize(width, height);
        View.Update(0);
    }

    public TestDesk Desk { get; } = new();

    public TestShell Shell { get; } = new();

    public TextLayouts Texts { get; }

    public EditorView View { get; }

    public IEnumerable<Widget> All => View.Roots.SelectMany(root => root.All());

    public Widget Find(string id) => All.Single(widget => widget.Id == id);

    public Widget? FindOrNull(string id) => All.SingleOrDefault(widget => widget.Id == id);

    public bool Shows(string text) => All.Any(widget => widget.Name.Contains(text, StringComparison.Ordinal));

    /// <summary>Lets time pass.</summary>
    /// <returns>What has to be painted again, as one part; null for nothing.</returns>
    public Rect? Pass(double seconds = 0.033)
    {
        Rect[] parts = PassInParts(seconds);
        return parts.Length == 0 ? null : parts.Aggregate((all, part) => all.Union(part));
    }

    /// <summary>Lets time pass.</summary>
    /// <returns>What has to be painted again.</returns>
    public Rect[] PassInParts(double seconds = 0.033) => View.Update(_nowSeconds += seconds).ToArray();

    public void Click(string id)
    {
        Rect place = Find(id).Bounds;
        Click(place.X + (place.Width / 2), place.Y + (place.Height / 2));
    }

    public void Click(double x, double y, int clickCount = 1)
    {
        View.PointerMoved(x, y, PointerModifiers.None);
        View.PointerPressed(x, y, PointerModifiers.None, clickCount);
        View.PointerReleased(x, y, PointerModifiers.None);
        Pass();
    }

    public bool Key(EditorKey key, PointerModifiers modifiers = PointerModifiers.None)
    {
        bool wasUsed = View.KeyPressed(key, "", modifiers);
        Pass();
        return wasUsed;
    }

    public bool Type(string text, PointerModifiers modifiers = PointerModifiers.None)
    {
        bool wasUsed = View.KeyPressed(EditorKey.None, text, modifiers);
        Pass();
        return wasUsed;
    }

    /// <summary>Paints all of it.</summary>
    public ImageSurface Paint()
    {
        (double width, double height) = View.WantedSize;
        ImageSurface image = new((int)Math.Ceiling(width * _scale), (int)Math.Ceiling(height * _scale));
        using CairoCanvas canvas = new(image.Handle, Texts);
        View.Paint(canvas, new Rect(0, 0, width, height));
        return image;
    }

    public void Dispose() => Texts.Dispose();
}
