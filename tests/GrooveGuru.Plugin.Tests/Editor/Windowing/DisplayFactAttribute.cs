using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Editor.Drawing.Cairo;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

/// <summary>A test that needs a display without a screen; skipped by name where Xvfb or a library is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DisplayFactAttribute : FactAttribute
{
    public DisplayFactAttribute() => Skip = ReasonToSkip;

    /// <summary>Why there is no such display here; null where there is one.</summary>
    public static string? ReasonToSkip { get; } = !OperatingSystem.IsLinux() ? "the window is X11's"
        : !File.Exists(VirtualDisplay.Program) ? "Xvfb is not installed (Debian: apt-get install xvfb)"
        : !NativeLibrary.TryLoad("libXtst.so.6", out _) ? "libXtst is not installed (Debian: apt-get install libxtst6)"
        : DrawingLibraries.Problem;
}
