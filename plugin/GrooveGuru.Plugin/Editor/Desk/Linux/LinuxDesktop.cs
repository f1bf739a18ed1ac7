using GrooveGuru.Plugin.BridgeClient.Launching;

namespace GrooveGuru.Plugin.Editor.Desk.Linux;

/// <summary>
/// The desktop's file manager over its message bus (org.freedesktop.FileManager1), which marks the file; where there is none, the
/// folder is opened by xdg-open.
/// </summary>
/// <param name="starter">Starts programs without a trace in the host.</param>
/// <param name="environment">Reads an environment variable.</param>
internal sealed class LinuxDesktop(IProcessStarter starter, Func<string, string?> environment) : IDesktop
{
    private const string NoOutput = "/dev/null";
    private const string BusProgram = "dbus-send";
    private const string OpenProgram = "xdg-open";

    // The first argument is the file's address, the second its folder. Without a terminal xdg-open must not fall back to a text browser.
    private const string RevealScript =
        "dbus-send --session --print-reply --reply-timeout=3000 --dest=org.freedesktop.FileManager1 --type=method_call "
        + "/org/freedesktop/FileManager1 org.freedesktop.FileManager1.ShowItems \"array:string:$1\" string: || exec xdg-open \"$2\"";

    /// <inheritdoc/>
    public string? Reveal(string path)
        => !IsInstalled(BusProgram) && !IsInstalled(OpenProgram)
            ? $"No file manager can be opened, because neither {BusProgram} nor {OpenProgram} is installed. The file is {path}"
            : starter.Start(["sh", "-c", RevealScript, "sh", FileAddress.Of(path), Path.GetDirectoryName(path) ?? "/"], NoOutput) is { } failure
            ? $"The file manager was not opened: {failure}. The file is {path}"
            : null;

    /// <inheritdoc/>
    public string? OpenPage(Uri address)
        => !IsInstalled(OpenProgram)
            ? $"No browser can be opened, because {OpenProgram} is not installed. The page is {address}"
            : starter.Start([OpenProgram, address.AbsoluteUri], NoOutput) is { } failure
            ? $"The browser was not opened: {failure}. The page is {address}"
            : null;

    private bool IsInstalled(string program) => (environment("PATH") ?? "/usr/local/bin:/usr/bin:/bin")
        .Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
