namespace GrooveGuru.Plugin.Editor;

/// <summary>What the content may ask of the window around it. [main-thread]</summary>
internal interface IEditorShell
{
    /// <summary>Puts text on the clipboard.</summary>
    void CopyText(string text);

    /// <summary>Asks the host for the size that the content wants now; the host may refuse.</summary>
    void RequestSize();
}
