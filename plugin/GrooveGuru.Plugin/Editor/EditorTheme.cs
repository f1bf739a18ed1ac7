namespace GrooveGuru.Plugin.Editor;

/// <summary>The colours of the window.</summary>
internal enum EditorTheme
{
    /// <summary>Light on dark.</summary>
    Dark,

    /// <summary>White, yellow and black only, with strong outlines.</summary>
    HighContrast,
}
