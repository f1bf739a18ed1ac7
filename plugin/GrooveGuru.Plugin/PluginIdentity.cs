namespace GrooveGuru.Plugin;

/// <summary>What hosts know the plugin by; the one source of these constants.</summary>
public static class PluginIdentity
{
    /// <summary>The name in every host's list.</summary>
    public const string Name = "Groove Guru";
}
