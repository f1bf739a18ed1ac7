using GrooveGuru.Contracts.Endpoint;

namespace GrooveGuru.Plugin.Diagnostics;

/// <summary>Where the plugin keeps what is not the user's: its log.</summary>
internal static class StateFolder
{
    /// <summary>The folder: $XDG_STATE_HOME/grooveguru or ~/.local/state/grooveguru; %LOCALAPPDATA%\GrooveGuru on Windows; a folder
    /// under the system's temporary one for a user without a home. Need not exist yet.</summary>
    public static string Path { get; } = OperatingSystem.IsWindows()
        ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "GrooveGuru")
        : Find(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)) ?? HomelessFolder.FolderPath;

    /// <summary>The same for a system like Unix, with another environment.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="home">The home; empty for none.</param>
    /// <returns>Null for a user without a home.</returns>
    public static string? Find(Func<string, string?> environment, string home)
        => environment("XDG_STATE_HOME") is { } state && System.IO.Path.IsPathFullyQualified(state)
            ? System.IO.Path.Combine(state, "grooveguru")
        : System.IO.Path.IsPathFullyQualified(home) ? System.IO.Path.Combine(home, ".local", "state", "grooveguru")
        : null;

    /// <summary>Makes the folder where it is missing. [not the audio thread]</summary>
    /// <exception cref="IOException">It cannot be made, or is not to be trusted; one sentence.</exception>
    /// <exception cref="UnauthorizedAccessException">Nor may it be made.</exception>
    public static void Prepare()
    {
        if (!OperatingSystem.IsWindows() && Path == HomelessFolder.FolderPath)
        {
            HomelessFolder.Prepare();
        }
        else
        {
            Directory.CreateDirectory(Path);
        }
    }
}
