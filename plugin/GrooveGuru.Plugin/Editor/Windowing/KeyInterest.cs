namespace GrooveGuru.Plugin.Editor.Windowing;

/// <summary>
/// Which keys the window takes from the host while nothing is typed. The space bar, Home, End and all with Control
/// or Alt never: they move the host's playhead or are its commands.
/// </summary>
internal enum KeyInterest
{
    /// <summary>None.</summary>
    None,

    /// <summary>Tab alone: it begins to move over the controls.</summary>
    Steps,

    /// <summary>All that moves over the controls and uses the one with the ring.</summary>
    Ring,
}
