using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace GrooveGuru.Host.Tests;

/// <summary>What the bundle under test finds around it: a folder of its own and no bridge.</summary>
internal static partial class TestSurroundings
{
    /// <summary>A folder for this run.</summary>
    public static string Folder { get; } = Directory.CreateTempSubdirectory("gg-host-").FullName;

    // The bundle has a runtime of its own, which sees the real environment and not the one that .NET keeps.
    [ModuleInitializer]
    internal static void Prepare()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);
        if (OperatingSystem.IsLinux())
        {
            _ = SetVariable("GROOVEGURU_RUNTIME_DIR", Path.Combine(Folder, "run"), 1);
            _ = SetVariable("XDG_STATE_HOME", Folder, 1);
            _ = SetVariable("GROOVEGURU_NO_AUTOSTART", "1", 1);

            // The bundle's collector waits for as much garbage as the processor's cache holds, which can be hundreds of MB; with 4 MB
            // a test of memory sees what stays.
            _ = SetVariable("DOTNET_GCgen0size", "400000", 1);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
