namespace GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

/// <summary>Which events a window gets, by the bits of the X11 protocol.</summary>
[Flags]
internal enum EventMask : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Keys.</summary>
    KeyPress = 1,

    /// <summary>Buttons going down.</summary>
    ButtonPress = 1 << 2,

    /// <summary>Buttons going up.</summary>
    ButtonRelease = 1 << 3,

    /// <summary>The pointer coming in.</summary>
    EnterWindow = 1 << 4,

    /// <summary>The pointer going out.</summary>
    LeaveWindow = 1 << 5,

    /// <summary>Every move of the pointer.</summary>
    PointerMotion = 1 << 6,

    /// <summary>Parts to show again.</summary>
    Exposure = 1 << 15,

    /// <summary>Being covered.</summary>
    VisibilityChange = 1 << 16,

    /// <summary>Place, size, parent, being shown.</summary>
    StructureNotify = 1 << 17,

    /// <summary>The keyboard.</summary>
    FocusChange = 1 << 21,
}
