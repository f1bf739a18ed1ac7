namespace GrooveGuru.Plugin.Diagnostics;

/// <summary>Where the plugin keeps what is not the user's: its log.</summary>
internal static class StateFolder
{
    /// <summary>The folder: $XDG_STATE_HOME/grooveguru or ~/.local/state/grooveguru; %LOCALAPPDATA%\GrooveGuru on Windows.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        if (OperatingSystem.IsWindows())
        {
            return System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "GrooveGuru");
        }

        string? state = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
        return string.IsNullOrEmpty(state) || !System.IO.Path.IsPathRooted(state)
            ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state", "grooveguru")
            : System.IO.Path.Combine(state, "grooveguru");
    }
}
