namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The one place where the interface differs between operating systems.</summary>
/// <remarks>
/// On Windows the interface is COM compatible: the first half of an id is stored as a GUID (little-endian long, two swapped words)
/// and result codes are HRESULTs. Everywhere else ids are stored most significant byte first and results count up from -1.
/// </remarks>
internal static class Vst3Platform
{
    /// <summary>Whether ids and result codes follow COM.</summary>
    public static readonly bool IsComCompatible = OperatingSystem.IsWindows();

    /// <summary>The folder of a bundle that holds the binary for this machine.</summary>
    public static string BundleBinaryFolder => OperatingSystem.IsWindows() ? "x86_64-win" : "x86_64-linux";

    /// <summary>The ending of a bundle's binary.</summary>
    public static string BundleBinaryExtension => OperatingSystem.IsWindows() ? ".vst3" : ".so";
}
