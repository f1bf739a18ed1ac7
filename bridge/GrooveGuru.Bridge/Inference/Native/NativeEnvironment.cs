using System.ComponentModel;
using System.Runtime.InteropServices;

namespace GrooveGuru.Bridge.Inference.Native;

/// <summary>The environment that native libraries read; on Unix .NET keeps one of its own.</summary>
internal static partial class NativeEnvironment
{
    /// <summary>Sets a variable for the libraries that are loaded after this.</summary>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public static void Set(string name, string value)
    {
        Environment.SetEnvironmentVariable(name, value);
        if (!OperatingSystem.IsWindows() && SetInLibc(name, value, 1) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetInLibc(string name, string value, int overwrite);
}
