namespace GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

/// <summary>Bits of what is set about a window, by the X11 protocol; values follow in the order of the bits.</summary>
internal static class WindowAttribute
{
    /// <summary>What fills it before it is painted: 0 for nothing.</summary>
    public const uint BackPixmap = 1;

    /// <summary>The colour of its border.</summary>
    public const uint BorderPixel = 1 << 3;

    /// <summary>Where its content stays when it changes its size.</summary>
    public const uint BitGravity = 1 << 4;

    /// <summary>No window manager meddles with it.</summary>
    public const uint OverrideRedirect = 1 << 9;

    /// <summary>The events that it gets.</summary>
    public const uint EventMask = 1 << 11;

    /// <summary>Its colours.</summary>
    public const uint Colormap = 1 << 13;

    /// <summary>The pointer's shape in it.</summary>
    public const uint Cursor = 1 << 14;

    /// <summary>Its place: horizontal.</summary>
    public const ushort X = 1;

    /// <summary>Its place: vertical.</summary>
    public const ushort Y = 2;

    /// <summary>Its width.</summary>
    public const ushort Width = 4;

    /// <summary>Its height.</summary>
    public const ushort Height = 8;

    /// <summary>Its place in the stack: 0 for the top.</summary>
    public const ushort StackMode = 64;
}
