using GrooveGuru.Plugin.BridgeClient.Launching;

namespace GrooveGuru.Plugin.Editor.Desk.Windows;

/// <summary>The Explorer, for files and, through the system's choice of a browser, for pages.</summary>
internal sealed class WindowsDesktop(IProcessStarter starter) : IDesktop
{
    private const string Program = "explorer.exe";

    /// <inheritdoc/>
    public string? Reveal(string path)
        => starter.Start([Program, "/select,", path], "") is { } failure ? $"The Explorer was not opened: {failure}. The file is {path}" : null;

    /// <inheritdoc/>
    public string? OpenPage(Uri address)
        => starter.Start([Program, address.AbsoluteUri], "") is { } failure ? $"The browser was not opened: {failure}. The page is {address}" : null;
}
