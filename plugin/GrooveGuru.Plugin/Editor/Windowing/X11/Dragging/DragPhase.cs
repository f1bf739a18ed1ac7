namespace GrooveGuru.Plugin.Editor.Windowing.X11.Dragging;

/// <summary>How far a drag has come.</summary>
internal enum DragPhase
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The button is held.</summary>
    Carried,

    /// <summary>The button was let go while the target still thinks.</summary>
    LetGo,

    /// <summary>Dropped; the target takes the files.</summary>
    Dropped,
}
