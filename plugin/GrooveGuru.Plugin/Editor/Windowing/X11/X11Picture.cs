using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Drawing.Cairo;
using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11;

/// <summary>What a window shows, kept in memory: it is painted here, and parts of it are sent to the display. [main-thread]</summary>
/// <remarks>
/// A part that the display asks for again is sent without painting it again, and nothing half painted is ever seen. The pixels
/// are cairo's 24-bit ones, which are those of every display of 24 bits.
/// </remarks>
internal sealed unsafe class X11Picture : IDisposable
{
    private const byte ZPixmap = 2;
    private const int PixelBytes = 4;
    private const int RequestHeaderBytes = 64;
    private readonly X11Connection _connection;
    private ImageSurface? _image;
    private CairoCanvas? _canvas;
    private byte[] _rows = [];
    private double _scale = 1;

    /// <summary>Without a size yet.</summary>
    public X11Picture(X11Connection connection) => _connection = connection;

    /// <summary>Gets ready to be painted, with a size and a content scale that may be new.</summary>
    /// <param name="texts">Set text of the content scale.</param>
    /// <param name="width">Width of all, pixels.</param>
    /// <param name="height">Height of all, pixels.</param>
    /// <returns>Whether nothing is painted yet, so that all has to be.</returns>
    public bool Begin(TextLayouts texts, int width, int height)
    {
        bool isNew = _image is null || _image.WidthPixels != width || _image.HeightPixels != height;
        if (isNew)
        {
            Dispose();
            _image = new ImageSurface(width, height);
        }

        _canvas ??= new CairoCanvas(_image!.Handle, texts);
        _scale = texts.Scale;
        return isNew;
    }

    /// <summary>Lets content paint a part.</summary>
    /// <param name="part">The part, points.</param>
    /// <param name="paint">Paints a part of the content.</param>
    /// <returns>The part in whole pixels; empty where it lies outside, and before <see cref="Begin"/>.</returns>
    public PixelRect Paint(Rect part, Action<ICanvas, Rect> paint)
    {
        if (_image is null || _canvas is null)
        {
            return default;
        }

        PixelRect whole = PixelRect.Around(part, _scale).Intersect(new PixelRect(0, 0, _image.WidthPixels, _image.HeightPixels));
        if (whole.IsEmpty)
        {
            return default;
        }

        Rect painted = whole.ToPoints(_scale);
        _canvas.PushClip(painted);
        try
        {
            paint(_canvas, painted);
        }
        finally
        {
            _canvas.Pop();
        }

        return whole;
    }

    /// <summary>Ends painting with text of one content scale.</summary>
    public void ForgetTexts()
    {
        _canvas?.Dispose();
        _canvas = null;
    }

    /// <summary>Shows a part in a window; the part is cut to what there is.</summary>
    public void Show(uint window, uint context, PixelRect part)
    {
        if (_image is null || _connection.IsLost)
        {
            return;
        }

        part = part.Intersect(new PixelRect(0, 0, _image.WidthPixels, _image.HeightPixels));
        if (part.IsEmpty)
        {
            return;
        }

        (int x, int y, int width, int height) = (part.Left, part.Top, part.Width, part.Height);
        CairoNative.Flush(_image.Handle);
        byte* pixels = CairoNative.ImageData(_image.Handle);
        int stride = CairoNative.ImageStride(_image.Handle);
        int rowBytes = width * PixelBytes;
        int mostRows = Math.Max(1, (_connection.MostRequestBytes - RequestHeaderBytes) / rowBytes);
        for (int done = 0; done < height; done += mostRows)
        {
            int rows = Math.Min(mostRows, height - done);
            byte* first = pixels + ((nint)(y + done) * stride) + ((nint)x * PixelBytes);
            if (rowBytes == stride)
            {
                Send(window, context, x, y + done, width, rows, first);
                continue;
            }

            if (_rows.Length < rows * rowBytes)
            {
                _rows = new byte[rows * rowBytes];
            }

            fixed (byte* packed = _rows)
            {
                for (int row = 0; row < rows; row++)
                {
                    new ReadOnlySpan<byte>(first + ((nint)row * stride), rowBytes).CopyTo(_rows.AsSpan(row * rowBytes));
                }

                Send(window, context, x, y + done, width, rows, packed);
            }
        }
    }

    /// <summary>Forgets everything; it can be painted again.</summary>
    public void Dispose()
    {
        ForgetTexts();
        _image?.Dispose();
        _image = null;
    }

    private void Send(uint window, uint context, int x, int y, int width, int height, byte* pixels) => Xcb.PutImage(
        _connection.Handle, ZPixmap, window, context, (ushort)width, (ushort)height, (short)x, (short)y, 0, _connection.Depth,
        (uint)(width * height * PixelBytes), pixels);
}
