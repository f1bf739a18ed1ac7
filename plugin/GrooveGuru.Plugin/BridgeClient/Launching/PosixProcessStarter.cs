using System.Runtime.InteropServices;
using System.Text;
using GrooveGuru.Plugin.Diagnostics;

namespace GrooveGuru.Plugin.BridgeClient.Launching;

/// <summary>
/// posix_spawn of a shell that puts the program into the background of a new session and ends at once: the program is nobody's
/// child in the host, and the host's own children are not touched.
/// </summary>
/// <remarks>
/// Signal mask and handlers are reset for it, the host's open files are closed where the C library can, and the host's private
/// library path is not handed on.
/// </remarks>
internal sealed unsafe partial class PosixProcessStarter : IProcessStarter
{
    private const string Script = "unset LD_LIBRARY_PATH LD_PRELOAD; log=$1; shift; \"$@\" </dev/null >>\"$log\" 2>&1 &";
    private const short ResetSignals = 0x04;
    private const short SetSignalMask = 0x08;
    private const short NewSession = 0x80;
    private const int FirstClosedFile = 3;
    private const int NoHang = 1;

    // Larger than any C library's structures of these names.
    private const int OpaqueBytes = 1024;

    /// <inheritdoc/>
    public string? Start(IReadOnlyList<string> command, string outputPath)
    {
        string output = PrepareOutput(outputPath) ? outputPath : "/dev/null";
        string[] arguments = ["sh", "-c", Script, "sh", output, .. command];
        byte** argv = (byte**)NativeMemory.AllocZeroed((nuint)arguments.Length + 1, (nuint)sizeof(byte*));
        byte* opaque = (byte*)NativeMemory.AllocZeroed(3, OpaqueBytes);
        try
        {
            for (int index = 0; index < arguments.Length; index++)
            {
                argv[index] = (byte*)Marshal.StringToCoTaskMemUTF8(arguments[index]);
            }

            return Spawn(argv, opaque, opaque + OpaqueBytes, opaque + (2 * OpaqueBytes));
        }
        finally
        {
            for (int index = 0; index < arguments.Length; index++)
            {
                Marshal.FreeCoTaskMem((nint)argv[index]);
            }

            NativeMemory.Free(argv);
            NativeMemory.Free(opaque);
        }
    }

    private static string? Spawn(byte** argv, byte* attributes, byte* actions, byte* signals)
    {
        int error = AttributesInit(attributes) | ActionsInit(actions);
        try
        {
            error |= SignalsEmpty(signals) | AttributesSetMask(attributes, signals);
            error |= SignalsFill(signals) | AttributesSetDefault(attributes, signals);
            error |= AttributesSetFlags(attributes, ResetSignals | SetSignalMask | NewSession);
            if (error != 0)
            {
                return $"it cannot be started: preparing posix_spawn gives error {error}";
            }

            nint library = NativeLibrary.GetMainProgramHandle();
            if (NativeLibrary.TryGetExport(library, "posix_spawn_file_actions_addclosefrom_np", out nint closeFrom))
            {
                ((delegate* unmanaged<byte*, int, int>)closeFrom)(actions, FirstClosedFile);
            }

            byte** environment = NativeLibrary.TryGetExport(library, "environ", out nint address) ? *(byte***)address : null;
            int process;
            fixed (byte* shell = Encoding.UTF8.GetBytes("/bin/sh\0"))
            {
                error = PosixSpawn(&process, shell, actions, attributes, argv, environment);
            }

            return error == 0 ? AwaitShell(process) : $"it cannot be started: posix_spawn gives error {error}";
        }
        finally
        {
            ActionsDestroy(actions);
            AttributesDestroy(attributes);
        }
    }

    // The shell ends within milliseconds. A host that collects all children may be faster, which is as good.
    private static string? AwaitShell(int process)
    {
        int status = 0;
        for (int attempt = 0; attempt < 200 && WaitForChild(process, &status, NoHang) == 0; attempt++)
        {
            Thread.Sleep(10);
        }

        return status == 0 ? null : $"it cannot be started: the shell ends with status {status}";
    }

    private static bool PrepareOutput(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (File.Exists(path) && new FileInfo(path).Length > LogFile.MaxBytes)
            {
                File.Move(path, path + ".1", overwrite: true);
            }

            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn")]
    private static partial int PosixSpawn(int* process, byte* path, byte* actions, byte* attributes, byte** argv, byte** environment);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    private static partial int AttributesInit(byte* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_destroy")]
    private static partial void AttributesDestroy(byte* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    private static partial int AttributesSetFlags(byte* attributes, short flags);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigmask")]
    private static partial int AttributesSetMask(byte* attributes, byte* signals);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigdefault")]
    private static partial int AttributesSetDefault(byte* attributes, byte* signals);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int ActionsInit(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial void ActionsDestroy(byte* actions);

    [LibraryImport("libc", EntryPoint = "sigemptyset")]
    private static partial int SignalsEmpty(byte* signals);

    [LibraryImport("libc", EntryPoint = "sigfillset")]
    private static partial int SignalsFill(byte* signals);

    [LibraryImport("libc", EntryPoint = "waitpid")]
    private static partial int WaitForChild(int process, int* status, int options);
}
