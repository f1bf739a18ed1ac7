using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Drawing.Cairo;
using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11.Dragging;

/// <summary>A small window beside the pointer that says what is dragged. [main-thread]</summary>
internal sealed unsafe class DragLabel : IDisposable
{
    private const int Distance = 18;
    private const double Padding = 8;
    private static readonly TextStyle Style = new(11, false, new Color(0xFFF2F2F2));
    private static readonly Color Background = new(0xFF30343C), Border = new(0xFF6C7480);
    private readonly X11Connection _connection;
    private readonly X11Picture _picture;
    private string _text = "";
    private (double Width, double Height) _size;
    private uint _window, _context;

    /// <summary>Not shown yet.</summary>
    public DragLabel(X11Connection connection)
    {
        _connection = connection;
        _picture = new X11Picture(connection);
    }

    /// <summary>Shows it beside a place of the root window.</summary>
    public void Show(string text, (short X, short Y) place, TextLayouts texts)
    {
        Hide();
        _text = text;
        (double width, double height) = texts.Measure(text, Style);
        _size = (width + (2 * Padding), height + Padding);
        (int pixelWidth, int pixelHeight) = ((int)Math.Ceiling(_size.Width * texts.Scale), (int)Math.Ceiling(_size.Height * texts.Scale));
        _window = _connection.NewId();
        _context = _connection.NewId();
        uint* values = stackalloc uint[4] { 0, 0, 1, _connection.Colormap };
        Xcb.CreateWindow(
            _connection.Handle, _connection.Depth, _window, _connection.Root, (short)(place.X + Distance), (short)(place.Y + Distance),
            (ushort)pixelWidth, (ushort)pixelHeight, 0, 1, _connection.Visual,
            WindowAttribute.BackPixmap | WindowAttribute.BorderPixel | WindowAttribute.OverrideRedirect | WindowAttribute.Colormap, values);
        _connection.WriteNumbers(_window, _connection.Atoms.WindowType, X11Atoms.Atom, [_connection.Atoms.WindowTypeDrag]);
        Xcb.CreateGc(_connection.Handle, _context, _window, 0, null);
        Xcb.MapWindow(_connection.Handle, _window);
        _picture.Begin(texts, pixelWidth, pixelHeight);
        _picture.Show(_window, _context, _picture.Paint(new Rect(0, 0, _size.Width, _size.Height), Paint));
        _picture.Dispose();
    }

    /// <summary>Moves it beside another place.</summary>
    public void Move((short X, short Y) place)
    {
        if (_window != 0)
        {
            uint* values = stackalloc uint[2] { (uint)(place.X + Distance), (uint)(place.Y + Distance) };
            _ = Xcb.ConfigureWindow(_connection.Handle, _window, WindowAttribute.X | WindowAttribute.Y, values);
        }
    }

    /// <summary>Takes it away.</summary>
    public void Hide()
    {
        if (_window != 0)
        {
            Xcb.FreeGc(_connection.Handle, _context);
            Xcb.DestroyWindow(_connection.Handle, _window);
            _window = 0;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Hide();
        _picture.Dispose();
    }

    private void Paint(ICanvas canvas, Rect part)
    {
        Rect all = new(0, 0, _size.Width, _size.Height);
        canvas.Fill(all, Background);
        canvas.Stroke(all, Border);
        canvas.Text(_text, all.Inset(Padding / 2), Style, TextAlign.Centre);
    }
}
