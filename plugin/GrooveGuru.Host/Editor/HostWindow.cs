namespace GrooveGuru.Host.Editor;

/// <summary>A window of the host, into which a plugin puts its own.</summary>
internal sealed unsafe class HostWindow : IDisposable
{
    private const int ZPixmap = 2;
    private const uint Gray = 0x404040;
    private readonly nint _display;
    private bool _isDisposed;

    /// <summary>Makes and shows one in the upper left corner of the display.</summary>
    /// <exception cref="Vst3HostException">There is no display.</exception>
    public HostWindow(string title, int width, int height)
    {
        _display = X11Native.OpenDisplay(null);
        if (_display == 0)
        {
            throw new Vst3HostException("There is no X11 display: DISPLAY names none that answers.");
        }

        Id = X11Native.CreateWindow(_display, X11Native.RootWindow(_display), 0, 0, (uint)width, (uint)height, 0, 0, Gray);
        X11Native.StoreName(_display, Id, title);
        Show();
        (Width, Height) = (width, height);
    }

    /// <summary>The display's number of it.</summary>
    public nint Id { get; }

    /// <summary>Width, pixels.</summary>
    public int Width { get; private set; }

    /// <summary>Height, pixels.</summary>
    public int Height { get; private set; }

    /// <summary>Shows it.</summary>
    public void Show()
    {
        X11Native.MapWindow(_display, Id);
        X11Native.Sync(_display, 0);
    }

    /// <summary>Hides it, as a host does with its mixer.</summary>
    public void Hide()
    {
        X11Native.UnmapWindow(_display, Id);
        X11Native.Sync(_display, 0);
    }

    /// <summary>Gives it another size.</summary>
    public void Resize(int width, int height)
    {
        X11Native.ResizeWindow(_display, Id, (uint)width, (uint)height);
        X11Native.Sync(_display, 0);
        (Width, Height) = (width, height);
    }

    /// <summary>What it shows now, with the plugin's window in it.</summary>
    /// <exception cref="Vst3HostException">It is hidden.</exception>
    public WindowImage Capture()
    {
        nint image = X11Native.GetImage(_display, Id, 0, 0, (uint)Width, (uint)Height, nuint.MaxValue, ZPixmap);
        if (image == 0)
        {
            throw new Vst3HostException("The window shows nothing that could be captured.");
        }

        uint[] pixels = new uint[Width * Height];
        for (int place = 0; place < pixels.Length; place++)
        {
            pixels[place] = (uint)X11Native.GetPixel(image, place % Width, place / Width) & 0xFFFFFF;
        }

        X11Native.DestroyImage(image);
        return new WindowImage(Width, Height, pixels);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            X11Native.DestroyWindow(_display, Id);
            X11Native.CloseDisplay(_display);
        }
    }
}
