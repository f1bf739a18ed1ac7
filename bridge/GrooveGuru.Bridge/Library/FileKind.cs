using System.Runtime.InteropServices;

namespace GrooveGuru.Bridge.Library;

/// <summary>Tells files from devices and pipes, which .NET does not.</summary>
internal static class FileKind
{
    private const int FromWorkingFolder = -100; // AT_FDCWD of fcntl.h
    private const uint TypeOnly = 1; // STATX_TYPE of linux/stat.h
    private const int ModeOffset = 28, TypeMask = 0xF000, RegularFile = 0x8000, Folder = 0x4000; // struct statx, S_IFMT
    private const int StatBytes = 256;

    /// <summary>Whether a path leads to a device, a pipe or a socket; links are followed. Elsewhere than on Linux what lies in /dev counts.</summary>
    public static bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return path.StartsWith("/dev/", StringComparison.Ordinal);
        }

        var found = new byte[StatBytes];
        try
        {
            if (StatX(FromWorkingFolder, path, 0, TypeOnly, found) != 0)
            {
                return false;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return path.StartsWith("/dev/", StringComparison.Ordinal); // a C library from before 2018
        }

        int type = BitConverter.ToUInt16(found, ModeOffset) & TypeMask;
        return type is not (RegularFile or Folder);
    }

    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] found);
}
