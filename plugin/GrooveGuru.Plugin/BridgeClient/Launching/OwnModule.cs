using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.BridgeClient.Launching;

/// <summary>Where this very module was loaded from.</summary>
internal static unsafe partial class OwnModule
{
    /// <summary>The bundle's folder.</summary>
    /// <returns>Null where the system does not tell or the module is in no bundle.</returns>
    public static string? FindBundle()
    {
        string? folder = FindFile();
        while (!string.IsNullOrEmpty(folder))
        {
            folder = Path.GetDirectoryName(folder);
            if (folder is not null && folder.EndsWith(".vst3", StringComparison.OrdinalIgnoreCase))
            {
                return folder;
            }
        }

        return null;
    }

    private static string? FindFile()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        delegate* unmanaged<void> here = &Marker;
        nint* info = stackalloc nint[4];
        try
        {
            return AddressInfo((nint)here, info) != 0 ? Marshal.PtrToStringUTF8(info[0]) : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null; // A C library before 2.34 keeps it elsewhere.
        }
    }

    [UnmanagedCallersOnly]
    private static void Marker()
    {
    }

    [LibraryImport("libc", EntryPoint = "dladdr")]
    private static partial int AddressInfo(nint address, nint* info);
}
