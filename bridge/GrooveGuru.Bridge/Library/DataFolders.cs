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
    public static string Cache
    {
        get
        {
            if (Environment.GetEnvironmentVariable(CacheVariable) is { Length: > 0 } chosen)
            {
                return Path.GetFullPath(chosen);
            }

            if (OperatingSystem.IsWindows())
            {
                return Path.Combine(
                    Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "GrooveGuru", "cache");
            }

            string? cacheHome = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            string parent = cacheHome is { Length: > 0 } ? cacheHome
                : home.Length > 0 ? Path.Combine(home, ".cache")
                : Path.Combine(Path.GetTempPath(), $"grooveguru-{Environment.UserName}");
            return Path.Combine(parent, "grooveguru");
        }
    }

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
                : home.Length > 0 ? Path.Combine(home, ".local", "share", "grooveguru")
                : Cache;
        }
    }

    /// <summary>Makes a folder that only its owner may enter.</summary>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">Nor may it be.</exception>
    public static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
