namespace GrooveGuru.Plugin.Editor;

/// <summary>The colours of the window.</summary>
internal enum EditorTheme
{
    /// <summary>Light on dark.</summary>
    Dark,

    /// <summary>White on black with strong outlines, and one strong colour for each thing that a colour says.</summary>
    HighContrast,
}
