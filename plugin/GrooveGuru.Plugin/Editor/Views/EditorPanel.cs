namespace GrooveGuru.Plugin.Editor.Views;

/// <summary>What can be open over the window's content; one at a time.</summary>
internal enum EditorPanel
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>How the window looks.</summary>
    Settings,

    /// <summary>What the track is.</summary>
    Role,
}
