using System.Reflection;

namespace GrooveGuru.Bridge;

/// <summary>The version of this bridge.</summary>
internal static class BridgeVersion
{
    /// <summary>As built: "0.1.0".</summary>
    public static string Current { get; } =
        typeof(BridgeVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "unknown";
}
