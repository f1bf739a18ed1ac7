using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

/// <summary>A display of its own without a screen, and the one that this process connects to while it lives.</summary>
public sealed partial class VirtualDisplay : IDisposable
{
    /// <summary>The server.</summary>
    internal const string Program = "/usr/bin/Xvfb";

    private readonly Process _server;

    public VirtualDisplay()
    {
        ProcessStartInfo start = new(Program, ["-displayfd", "1", "-screen", "0", "2400x1600x24", "-noreset", "-nolisten", "tcp"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _server = Process.Start(start)!;
        _server.ErrorDataReceived += static (_, _) => { };
        _server.BeginErrorReadLine();
        Name = ":" + _server.StandardOutput.ReadLine();
        Use(Name);
    }

    /// <summary>Its name, such as :5.</summary>
    public string Name { get; }

    /// <summary>Connects this process to a display from now on.</summary>
    public static void Use(string name) => _ = SetVariable("DISPLAY", name, 1);

    /// <summary>Ends it at once, as a crash does.</summary>
    public void Kill()
    {
        _server.Kill();
        _server.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _server.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
