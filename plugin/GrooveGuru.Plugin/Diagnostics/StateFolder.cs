namespace GrooveGuru.Plugin.Diagnostics;

/// <summary>Where the plugin keeps what is not the user's: its log.</summary>
internal static class StateFolder
{
    /// <summary>The folder: $XDG_STATE_HOME/grooveguru or ~/.local/state/grooveguru; %LOCALAPPDATA%\GrooveGuru on Windows; a folder
    /// under the system's temporary one for a user without a home.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        if (OperatingSystem.IsWindows())
        {
            return System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "GrooveGuru");
        }

        string? state = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return !string.IsNullOrEmpty(state) && System.IO.Path.IsPathRooted(state) ? System.IO.Path.Combine(state, "grooveguru")
            : System.IO.Path.IsPathRooted(home) ? System.IO.Path.Combine(home, ".local", "state", "grooveguru")
            : System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"grooveguru-{Environment.UserName}");
    }
}
