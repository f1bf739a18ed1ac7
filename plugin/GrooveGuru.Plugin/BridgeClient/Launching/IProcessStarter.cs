namespace GrooveGuru.Plugin.BridgeClient.Launching;

/// <summary>
/// The operating system's way to start a program that outlives the host and leaves nothing behind in it: no child to wait for, no
/// signal handler, no open files.
/// </summary>
internal interface IProcessStarter
{
    /// <summary>Starts a program.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="outputPath">The file to which its output is added, where the system allows that.</param>
    /// <returns>Null when it was started, else why not.</returns>
    string? Start(IReadOnlyList<string> command, string outputPath);
}
