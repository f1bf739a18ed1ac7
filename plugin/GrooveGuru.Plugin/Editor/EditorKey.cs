namespace GrooveGuru.Plugin.Editor;

/// <summary>Keys with a meaning of their own.</summary>
internal enum EditorKey
{
    /// <summary>None of them.</summary>
    None,

    /// <summary>Tab.</summary>
    Tab,

    /// <summary>Enter or Return.</summary>
    Enter,

    /// <summary>Escape.</summary>
    Escape,

    /// <summary>Insert.</summary>
    Insert,

    /// <summary>Backspace.</summary>
    Backspace,

    /// <summary>Delete.</summary>
    Delete,

    /// <summary>Left.</summary>
    Left,

    /// <summary>Right.</summary>
    Right,

    /// <summary>Up.</summary>
    Up,

    /// <summary>Down.</summary>
    Down,

    /// <summary>Home.</summary>
    Home,

    /// <summary>End.</summary>
    End,

    /// <summary>Page up.</summary>
    PageUp,

    /// <summary>Page down.</summary>
    PageDown,

    /// <summary>The space bar.</summary>
    Space,
}
