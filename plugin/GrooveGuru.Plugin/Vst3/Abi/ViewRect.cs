namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>A rectangle of a view, pixels; right and lower edge do not belong to it.</summary>
internal struct ViewRect
{
    /// <summary>Left edge.</summary>
    public int Left;

    /// <summary>Upper edge.</summary>
    public int Top;

    /// <summary>Right edge.</summary>
    public int Right;

    /// <summary>Lower edge.</summary>
    public int Bottom;

    /// <summary>A rectangle at the origin.</summary>
    public ViewRect(int width, int height) => (Right, Bottom) = (width, height);

    /// <summary>Its width, pixels.</summary>
    public readonly int Width => Right - Left;

    /// <summary>Its height, pixels.</summary>
    public readonly int Height => Bottom - Top;
}
