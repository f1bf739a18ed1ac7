using GrooveGuru.Contracts.Endpoint;

namespace GrooveGuru.Bridge.Library;

/// <summary>Where the bridge keeps what it can make again: captures and finished work.</summary>
internal static class DataFolders
{
    /// <summary>Overrides the cache folder, for tests and for users with a second disk.</summary>
    public const string CacheVariable = "GROOVEGURU_CACHE_DIR";

    /// <summary>
    /// The per-user cache folder: %LOCALAPPDATA%\GrooveGuru\cache on Windows, $XDG_CACHE_HOME/grooveguru elsewhere; a folder
    /// under the system's temporary folder for a user without a home. Not created.
    /// </summary>
    public static string Cache => Environment.GetEnvironmentVariable(CacheVariable) is { Length: > 0 } chosen ? Path.GetFullPath(chosen)
        : OperatingSystem.IsWindows()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "GrooveGuru", "cache")
        : FindCache(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile))
            ?? Path.Combine(HomelessFolder.FolderPath, "grooveguru");

    /// <summary>The cache folder of a system like Unix, with another environment. What is not absolute does not count, as XDG has it.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="home">The home; empty for none.</param>
    /// <returns>Null for a user without a home.</returns>
    internal static string? FindCache(Func<string, string?> environment, string home) =>
        environment("XDG_CACHE_HOME") is { } cache && Path.IsPathFullyQualified(cache) ? Path.Combine(cache, "grooveguru")
        : Path.IsPathFullyQualified(home) ? Path.Combine(home, ".cache", "grooveguru")
        : null;

    /// <summary>The captures of running tracks.</summary>
    public static string Captures => Path.Combine(Cache, "captures");

    /// <summary>Finished work, by the hash of what it was made from.</summary>
    public static string Library => Path.Combine(Cache, "library");

    /// <summary>Finished work under telling names, for projects to refer to: not in the cache, which users and systems empty as they like.</summary>
    public static string Drops => Path.Combine(Data, "drops");

    /// <summary>Models that were fetched or added.</summary>
    public static string Models => Path.Combine(Data, "models");

    // %LOCALAPPDATA%\GrooveGuru on Windows and $XDG_DATA_HOME/grooveguru elsewhere; the cache where its place was chosen, or for a
    // user without a home.
    private static string Data
    {
        get
        {
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            string? dataHome = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
            return Environment.GetEnvironmentVariable(CacheVariable) is { Length: > 0 } ? Cache
                : OperatingSystem.IsWindows()
                    ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "GrooveGuru")
                : dataHome is not null && Path.IsPathFullyQualified(dataHome) ? Path.Combine(dataHome, "grooveguru")
                : Path.IsPathFullyQualified(home) ? Path.Combine(home, ".local", "share", "grooveguru")
                : Cache;
        }
    }

    /// <summary>
    /// Looks whether what a user without a home keeps is safe where it is; nothing for all others.
    /// </summary>
    /// <exception cref="IOException">It is not; one sentence.</exception>
    public static void RequireSafe()
    {
        if (!OperatingSystem.IsWindows() && Cache.StartsWith(HomelessFolder.FolderPath, StringComparison.Ordinal))
        {
            HomelessFolder.Prepare();
        }
    }

    /// <summary>Makes a folder that only its owner may enter.</summary>
    /// <exception cref="IOException">The folder cannot be made, or what is above it is not to be trusted.</exception>
    /// <exception cref="UnauthorizedAccessException">Nor may it be.</exception>
    public static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            RequireSafe();
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
