using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin;

/// <summary>What hosts know the plugin by; the one source of these constants.</summary>
public static class PluginIdentity
{
    /// <summary>The name in every host's list.</summary>
    public const string Name = "Groove Guru";

    /// <summary>The maker in every host's list.</summary>
    public const string Vendor = "Groove Guru";

    /// <summary>Where help is found; empty until there is a public page.</summary>
    public const string Url = "";

    /// <summary>Where to write to; empty until there is an address.</summary>
    public const string Email = "";

    /// <summary>Where hosts sort it.</summary>
    public const string SubCategories = "Fx|Analyzer";

    /// <summary>The interface version that it was written against.</summary>
    public const string SdkVersion = "VST 3.7.14";

    /// <summary>The category of every audio effect.</summary>
    internal const string ComponentCategory = "Audio Module Class";

    /// <summary>The id of the one class; saved in every project, never changed.</summary>
    internal static Tuid ClassId { get; } = new(0x6A1F3C52, 0x9B7E4D08, 0xA4C1E25F, 0x73D90B16);

    /// <summary>The version of this build, three numbers.</summary>
    public static string Version { get; } = typeof(PluginIdentity).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
