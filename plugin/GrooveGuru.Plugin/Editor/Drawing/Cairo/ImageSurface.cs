namespace GrooveGuru.Plugin.Editor.Drawing.Cairo;

/// <summary>A picture in memory that can be painted on without any window system.</summary>
internal sealed unsafe class ImageSurface : IDisposable
{
    private const int Rgb24 = 1;

    /// <summary>Begins black.</summary>
    /// <param name="widthPixels">At least 1.</param>
    /// <param name="heightPixels">At least 1.</param>
    /// <exception cref="DrawingUnavailableException">A library is missing, or there is no memory for the picture.</exception>
    public ImageSurface(int widthPixels, int heightPixels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(widthPixels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(heightPixels);
        if (DrawingLibraries.Problem is { } problem)
        {
            throw new DrawingUnavailableException(problem);
        }

        (WidthPixels, HeightPixels) = (widthPixels, heightPixels);
        Handle = CairoNative.CreateImage(Rgb24, widthPixels, heightPixels);
        int status = CairoNative.SurfaceStatus(Handle);
        if (status != 0)
        {
            Dispose();
            throw new DrawingUnavailableException($"Cairo cannot make a picture of {widthPixels} x {heightPixels} pixels (status {status}).");
        }
    }

    /// <summary>The cairo_surface_t.</summary>
    public nint Handle { get; private set; }

    /// <summary>Width, pixels.</summary>
    public int WidthPixels { get; }

    /// <summary>Height, pixels.</summary>
    public int HeightPixels { get; }

    /// <summary>A pixel, 0xFFRRGGBB.</summary>
    public uint PixelAt(int x, int y)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)x, (uint)WidthPixels);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)HeightPixels);
        CairoNative.Flush(Handle);
        byte* row = CairoNative.ImageData(Handle) + ((nint)y * CairoNative.ImageStride(Handle));
        return 0xFF000000 | ((uint*)row)[x];
    }

    /// <summary>Writes it to a PNG file.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void WritePng(string path)
    {
        int status = CairoNative.WritePng(Handle, path);
        if (status != 0)
        {
            throw new IOException($"The picture cannot be written to {path} (cairo status {status}).");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Handle != 0)
        {
            CairoNative.DestroySurface(Handle);
            Handle = 0;
        }
    }
}
