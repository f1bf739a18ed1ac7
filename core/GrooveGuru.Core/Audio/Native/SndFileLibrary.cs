using System.Runtime.InteropServices;

namespace GrooveGuru.Core.Audio.Native;

/// <summary>The functions of libsndfile that are used here: the one boundary to that library and to its name on each system.</summary>
internal static unsafe class SndFileLibrary
{
    private const int ReadMode = 0x10;

    private static readonly nint Handle = Load();
    private static readonly delegate* unmanaged[Cdecl]<byte*, int, SndFileInfo*, nint> OpenUtf8 =
        (delegate* unmanaged[Cdecl]<byte*, int, SndFileInfo*, nint>)Export("sf_open");

    private static readonly delegate* unmanaged[Cdecl]<char*, int, SndFileInfo*, nint> OpenWide =
        (delegate* unmanaged[Cdecl]<char*, int, SndFileInfo*, nint>)Export("sf_wchar_open");

    private static readonly delegate* unmanaged[Cdecl]<nint, float*, long, long> ReadFrames =
        (delegate* unmanaged[Cdecl]<nint, float*, long, long>)Export("sf_readf_float");

    private static readonly delegate* unmanaged[Cdecl]<nint, int> CloseFile =
        (delegate* unmanaged[Cdecl]<nint, int>)Export("sf_close");

    private static readonly delegate* unmanaged[Cdecl]<nint, byte*> ErrorText =
        (delegate* unmanaged[Cdecl]<nint, byte*>)Export("sf_strerror");

    /// <summary>Whether the library is installed.</summary>
    public static bool IsAvailable => OpenUtf8 != null && ReadFrames != null && CloseFile != null;

    /// <summary>What a user installs to get it, on this system.</summary>
    public static string InstallHint =>
        OperatingSystem.IsWindows() ? "put sndfile.dll beside the program"
        : OperatingSystem.IsMacOS() ? "install it with: brew install libsndfile"
        : "install the package libsndfile1 (Debian, Ubuntu) or libsndfile (Fedora, Arch)";

    /// <summary>Opens a file for reading.</summary>
    /// <returns>The library's handle; 0 where it cannot be opened.</returns>
    public static nint Open(string path, out SndFileInfo info)
    {
        SndFileInfo result = default;
        nint file;
        if (OperatingSystem.IsWindows() && OpenWide != null)
        {
            fixed (char* wide = path)
            {
                file = OpenWide(wide, ReadMode, &result);
            }
        }
        else
        {
            byte* utf8 = (byte*)Marshal.StringToCoTaskMemUTF8(path);
            file = OpenUtf8(utf8, ReadMode, &result);
            Marshal.FreeCoTaskMem((nint)utf8);
        }

        info = result;
        return file;
    }

    /// <summary>Reads interleaved frames.</summary>
    /// <returns>Frames read; 0 at the end.</returns>
    public static int Read(nint file, float[] interleaved, int frameCount)
    {
        fixed (float* samples = interleaved)
        {
            return (int)Math.Max(0, ReadFrames(file, samples, frameCount));
        }
    }

    /// <summary>Closes a file.</summary>
    public static void Close(nint file) => CloseFile(file);

    /// <summary>The library's words for its last error; empty where it has none.</summary>
    public static string LastError() =>
        ErrorText == null ? "" : Marshal.PtrToStringUTF8((nint)ErrorText(0))?.Trim().TrimEnd('.') ?? "";

    private static nint Load()
    {
        string[] names = OperatingSystem.IsWindows() ? ["sndfile.dll", "libsndfile-1.dll", "libsndfile.dll"]
            : OperatingSystem.IsMacOS()
                ? ["libsndfile.dylib", "libsndfile.1.dylib", "/opt/homebrew/lib/libsndfile.dylib", "/usr/local/lib/libsndfile.dylib"]
            : ["libsndfile.so.1", "libsndfile.so"];
        foreach (string name in names)
        {
            if (NativeLibrary.TryLoad(name, typeof(SndFileLibrary).Assembly, null, out nint handle))
            {
                return handle;
            }
        }

        return 0;
    }

    private static nint Export(string name) =>
        Handle != 0 && NativeLibrary.TryGetExport(Handle, name, out nint address) ? address : 0;
}
