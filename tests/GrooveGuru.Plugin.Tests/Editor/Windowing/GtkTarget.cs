using System.Collections.Concurrent;
using System.Diagnostics;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

/// <summary>A GTK program that takes files.</summary>
internal sealed class GtkTarget : IDisposable
{
    /// <summary>What runs it: the one that the system's packages are for.</summary>
    public const string Python = "/usr/bin/python3";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Shows it at a place of the root window.</summary>
    /// <param name="x">From the left.</param>
    /// <param name="y">From the top.</param>
    /// <param name="display">The display.</param>
    /// <param name="copied">What it puts on the clipboard; null for nothing.</param>
    public GtkTarget(int x, int y, VirtualDisplay display, string? copied = null)
    {
        ProcessStartInfo start = new(Python, [Path.Combine(AppContext.BaseDirectory, "Editor", "Windowing", "gtk-target.py"), $"{x}", $"{y}", .. copied is null ? Array.Empty<string>() : [copied]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DISPLAY"] = display.Name;
        start.Environment["GDK_BACKEND"] = "x11";
        start.Environment["NO_AT_BRIDGE"] = "1";
        start.Environment["LC_ALL"] = "C.UTF-8";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it has said.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
