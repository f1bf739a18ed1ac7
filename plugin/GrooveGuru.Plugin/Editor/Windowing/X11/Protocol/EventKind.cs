namespace GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

/// <summary>Kinds of event, numbered by the X11 protocol.</summary>
internal enum EventKind : byte
{
    /// <summary>A request of ours failed.</summary>
    Error = 0,

    /// <summary>A key went down.</summary>
    KeyPress = 2,

    /// <summary>A button went down.</summary>
    ButtonPress = 4,

    /// <summary>A button went up.</summary>
    ButtonRelease = 5,

    /// <summary>The pointer moved.</summary>
    MotionNotify = 6,

    /// <summary>The pointer came in.</summary>
    EnterNotify = 7,

    /// <summary>The pointer went out.</summary>
    LeaveNotify = 8,

    /// <summary>A window has lost the keyboard.</summary>
    FocusOut = 10,

    /// <summary>A part of a window has to be shown again.</summary>
    Expose = 12,

    /// <summary>A window is covered more or less than before.</summary>
    VisibilityNotify = 15,

    /// <summary>A window is gone.</summary>
    DestroyNotify = 17,

    /// <summary>A window was hidden.</summary>
    UnmapNotify = 18,

    /// <summary>A window was shown.</summary>
    MapNotify = 19,

    /// <summary>A window has another parent.</summary>
    ReparentNotify = 21,

    /// <summary>A window has another place or size.</summary>
    ConfigureNotify = 22,

    /// <summary>Somebody else has taken a selection.</summary>
    SelectionClear = 29,

    /// <summary>Somebody asks for the content of a selection.</summary>
    SelectionRequest = 30,

    /// <summary>The answer to such a request.</summary>
    SelectionNotify = 31,

    /// <summary>A message of another program.</summary>
    ClientMessage = 33,

    /// <summary>The keyboard has another layout.</summary>
    MappingNotify = 34,
}
