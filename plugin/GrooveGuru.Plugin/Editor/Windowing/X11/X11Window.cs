using System.Text;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Drawing.Cairo;
using GrooveGuru.Plugin.Editor.Windowing.X11.Dragging;
using GrooveGuru.Plugin.Editor.Windowing.X11.Input;
using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11;

/// <summary>A window on an X11 display, embedded as XEMBED wants it, over a connection of its own. [main-thread]</summary>
internal sealed unsafe partial class X11Window : INativeWindow
{
    private const ushort InputOutput = 1;
    private const uint NorthWest = 1;
    private const uint XEmbedVersion = 1, XEmbedFlags = 0;
    private const EventMask Events = EventMask.ButtonPress | EventMask.ButtonRelease | EventMask.EnterWindow | EventMask.LeaveWindow
        | EventMask.PointerMotion | EventMask.Exposure | EventMask.VisibilityChange | EventMask.StructureNotify;

    private readonly X11Connection _connection;
    private readonly INativeWindowListener _listener;
    private readonly X11Picture _picture;
    private readonly X11Visibility _visibility;
    private readonly X11Cursors _cursors;
    private readonly X11TextFocus _focus;
    private readonly X11Keyboard _keyboard;
    private readonly X11KeyGrabs _keys;
    private readonly X11Selection _clipboard;
    private readonly X11Paste _paste;
    private readonly XdndSource _drag;
    private TextLayouts? _texts;
    private uint _window, _context;
    private (int Width, int Height) _size;
    private PointerShape _pointer;

    private X11Window(X11Connection connection, INativeWindowListener listener)
    {
        _connection = connection;
        _listener = listener;
        _picture = new X11Picture(connection);
        _visibility = new X11Visibility(connection);
        _cursors = new X11Cursors(connection);
        _focus = new X11TextFocus(connection);
        _keyboard = new X11Keyboard(connection);
        _keys = new X11KeyGrabs(connection, _keyboard);
        _paste = new X11Paste(connection);
        _clipboard = new X11Selection(connection, connection.Atoms.Clipboard);
        _drag = new XdndSource(connection, _cursors) { Ended = listener.DragEnded };
        SystemScale = X11Scale.Read(connection);
    }

    /// <inheritdoc/>
    public int EventDescriptor => _connection.Descriptor;

    /// <inheritdoc/>
    public double SystemScale { get; }

    /// <inheritdoc/>
    public bool IsViewable => _visibility.IsViewable && !IsLost;

    /// <inheritdoc/>
    public bool IsLost => _connection.IsLost;

    /// <summary>Connects to the display of the environment.</summary>
    /// <param name="listener">Who is told what happens.</param>
    /// <param name="problem">What is missing and what to do; empty where nothing is.</param>
    /// <returns>Null where there is no display or a library is missing.</returns>
    public static X11Window? TryOpen(INativeWindowListener listener, out string problem)
    {
        if (DrawingLibraries.Problem is { } missing)
        {
            problem = missing;
            return null;
        }

        return X11Connection.TryOpen(out problem) is { } connection ? new X11Window(connection, listener) : null;
    }

    /// <inheritdoc/>
    public ITextRuler UseScale(double scale)
    {
        _picture.ForgetTexts();
        _texts?.Dispose();
        return _texts = new TextLayouts(scale);
    }

    /// <inheritdoc/>
    public bool TryAttach(nint parent, int width, int height)
    {
        Detach();
        using (X11Reply known = _connection.Answer(Xcb.GetWindowAttributes(_connection.Handle, (uint)parent)))
        {
            if (known.IsNull)
            {
                return false;
            }
        }

        _size = (width, height);
        _window = _connection.NewId();
        _context = _connection.NewId();

        // The root window's own kind of pixels, whatever the host's window has: for that, border and colours have to be named.
        uint* values = stackalloc uint[5] { 0, 0, NorthWest, (uint)Events, _connection.Colormap };
        Xcb.CreateWindow(
            _connection.Handle, _connection.Depth, _window, (uint)parent, 0, 0, (ushort)width, (ushort)height, 0, InputOutput,
            _connection.Visual,
            WindowAttribute.BackPixmap | WindowAttribute.BorderPixel | WindowAttribute.BitGravity | WindowAttribute.EventMask
            | WindowAttribute.Colormap, values);
        _connection.WriteNumbers(_window, _connection.Atoms.XEmbedInfo, _connection.Atoms.XEmbedInfo, [XEmbedVersion, XEmbedFlags]);
        Xcb.CreateGc(_connection.Handle, _context, _window, 0, null);
        _visibility.Watch(_window, (uint)parent);
        Xcb.MapWindow(_connection.Handle, _window);
        _connection.Flush();
        return !IsLost;
    }

    /// <inheritdoc/>
    public void Detach()
    {
        if (_window == 0)
        {
            return;
        }

        uint window = _window;
        _focus.GiveBack(window, Events);
        ForgetWindow();
        Xcb.DestroyWindow(_connection.Handle, window);
        _connection.Flush();
    }

    /// <inheritdoc/>
    public void Resize(int width, int height)
    {
        _size = (width, height);
        if (_window != 0)
        {
            uint* values = stackalloc uint[2] { (uint)width, (uint)height };
            _resizeRequest = Xcb.ConfigureWindow(
                _connection.Handle, _window, WindowAttribute.Width | WindowAttribute.Height, values);
            _connection.Flush();
        }
    }

    /// <inheritdoc/>
    public void Paint(IEditorSurface content, ReadOnlySpan<Rect> parts)
    {
        if (_window == 0 || _texts is not { } texts || IsLost)
        {
            return;
        }

        bool isNew = _picture.Begin(texts, _size.Width, _size.Height);
        Rect whole = new(0, 0, _size.Width / texts.Scale, _size.Height / texts.Scale);
        Action<ICanvas, Rect> paint = content.Paint;
        foreach (Rect part in isNew ? [whole] : parts)
        {
            _picture.Show(_window, _context, _picture.Paint(part, paint));
        }

        _connection.Flush();
    }

    /// <inheritdoc/>
    public void Tick(double nowSeconds)
    {
        _drag.Tick(nowSeconds);
        _paste.Tick(nowSeconds);
    }

    /// <inheritdoc/>
    public void SetPointer(PointerShape shape)
    {
        if (shape != _pointer && _window != 0)
        {
            _pointer = shape;
            uint cursor = _cursors.Of(shape);
            Xcb.ChangeWindowAttributes(_connection.Handle, _window, WindowAttribute.Cursor, &cursor);
            _connection.Flush();
        }
    }

    /// <inheritdoc/>
    public void SetTextFocus(bool isWanted)
    {
        if (_window == 0 || isWanted == _focus.IsTaken)
        {
            return;
        }

        if (isWanted)
        {
            _keyboard.Reload();
            _focus.Take(_window, Events);
        }
        else
        {
            _focus.GiveBack(_window, Events);
        }

        _connection.Flush();
    }

    /// <inheritdoc/>
    public void SetKeys(KeyInterest interest)
    {
        if (_window != 0 && !IsLost && _keys.Set(_visibility.Outermost, interest))
        {
            _connection.Flush();
        }
    }

    /// <inheritdoc/>
    public void RequestText(bool isChosen)
    {
        if (_window != 0)
        {
            _paste.Ask(_window, isChosen ? X11Atoms.Primary : _connection.Atoms.Clipboard);
            _connection.Flush();
        }
    }

    /// <inheritdoc/>
    public void CopyText(string text)
    {
        if (_window != 0)
        {
            _clipboard.Offer(_window, Encoding.UTF8.GetBytes(text), _connection.Atoms.Utf8String, _connection.Atoms.PlainText);
            _connection.Flush();
        }
    }

    /// <inheritdoc/>
    public bool TryBeginDrag(DragOffer offer)
    {
        if (_window == 0 || _texts is not { } texts || IsLost)
        {
            return false;
        }

        _keyboard.Reload();
        return _drag.TryBegin(_window, offer, _rootPlace, texts);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Detach();
        _drag.Dispose();
        _picture.Dispose();
        _texts?.Dispose();
        _connection.Dispose();
    }
}
