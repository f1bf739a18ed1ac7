namespace GrooveGuru.Plugin.Editor.Desk;

/// <summary>What the system shows to the user outside the host. May take a moment: not for the main thread.</summary>
internal interface IDesktop
{
    /// <summary>Shows a file in its folder.</summary>
    /// <param name="path">An absolute path.</param>
    /// <returns>Null when it was asked for; else why not and what to do.</returns>
    string? Reveal(string path);

    /// <summary>Opens a page in the browser.</summary>
    /// <param name="address">An address on this machine.</param>
    /// <returns>Null when it was asked for; else why not and what to do.</returns>
    string? OpenPage(Uri address);
}
