namespace GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

/// <summary>libxcb's walk over the screens of a display.</summary>
internal unsafe struct ScreenIterator
{
    /// <summary>The screen, in the protocol's layout.</summary>
    public byte* Screen;

    /// <summary>Screens left, this one included.</summary>
    public int Left;

    /// <summary>libxcb's own.</summary>
    public int Index;
}
