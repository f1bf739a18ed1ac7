namespace GrooveGuru.Host.Tests;

/// <summary>The environment of a host whose user has one certain home and nothing else, and whose bridge ends at once.</summary>
internal static class HomeEnvironment
{
    /// <summary>The variables; null for one that is taken away.</summary>
    /// <param name="home">The home; null for none.</param>
    public static Dictionary<string, string?> Of(string? home) => new()
    {
        ["HOME"] = home,
        ["XDG_RUNTIME_DIR"] = null,
        ["XDG_STATE_HOME"] = null,
        ["XDG_DATA_HOME"] = null,
        ["XDG_CONFIG_HOME"] = null,
        ["XDG_CACHE_HOME"] = null,
        ["GROOVEGURU_RUNTIME_DIR"] = null,
        ["GROOVEGURU_NO_AUTOSTART"] = "0",
        ["GROOVEGURU_BRIDGE"] = "/bin/true",
    };
}
