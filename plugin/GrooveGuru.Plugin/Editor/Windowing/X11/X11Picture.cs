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

    /// <summary>Without a size yet.</summary>
    public X11Picture(X11Connection connection) => _connection = connection;

    /// <summary>Lets content paint a part, with a size and a content scale that may be new.</summary>
    /// <param name="texts">Set text of the content scale.</param>
    /// <param name="width">Width of all, pixels.</param>
    /// <param name="height">Height of all, pixels.</param>
    /// <param name="part">The part, points.</param>
    /// <param name="paint">Paints a part of the content.</param>
    /// <returns>The part in whole pixels: x, y, width, height; empty where it lies outside.</returns>
    public (int X, int Y, int Width, int Height) Paint(TextLayouts texts, int width, int height, Rect part, Action<ICanvas, Rect> paint)
    {
        if (_image is null || _image.WidthPixels != width || _image.HeightPixels != height)
        {
            Dispose();
            _image = new ImageSurface(width, height);
            part = new Rect(0, 0, width / texts.Scale, height / texts.Scale);
        }

        _canvas ??= new CairoCanvas(_image.Handle, texts);
        int left = Math.Max(0, (int)Math.Floor(part.X * texts.Scale));
        int top = Math.Max(0, (int)Math.Floor(part.Y * texts.Scale));
        int right = Math.Min(width, (int)Math.Ceiling(part.Right * texts.Scale));
        int bottom = Math.Min(height, (int)Math.Ceiling(part.Bottom * texts.Scale));
        if (right <= left || bottom <= top)
        {
            return default;
        }

        Rect whole = new(left / texts.Scale, top / texts.Scale, (right - left) / texts.Scale, (bottom - top) / texts.Scale);
        _canvas.PushClip(whole);
        try
        {
            paint(_canvas, whole);
        }
        finally
        {
            _canvas.Pop();
        }

        return (left, top, right - left, bottom - top);
    }

    /// <summary>Ends painting with text of one content scale.</summary>
    public void ForgetTexts()
    {
        _canvas?.Dispose();
        _canvas = null;
    }

    /// <summary>Shows a part in a window; the part is cut to what there is.</summary>
    public void Show(uint window, uint context, int x, int y, int width, int height)
    {
        if (_image is null || _connection.IsLost)
        {
            return;
        }

        width = Math.Min(width, _image.WidthPixels - x);
        height = Math.Min(height, _image.HeightPixels - y);
        if (width <= 0 || height <= 0)
        {
            return;
        }

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
