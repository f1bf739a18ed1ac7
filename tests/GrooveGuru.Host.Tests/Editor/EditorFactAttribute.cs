using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Tests.Editor.Windowing;

namespace GrooveGuru.Host.Tests.Editor;

/// <summary>A test of the built bundle's window on a display without a screen; skipped by name where that is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EditorFactAttribute : FactAttribute
{
    private static readonly string[] Libraries = ["libX11.so.6", "libXtst.so.6", "libxcb.so.1", "libcairo.so.2", "libpangocairo-1.0.so.0"];

    public EditorFactAttribute() => Skip = !OperatingSystem.IsLinux() ? "the bundle is built for 64-bit Linux"
        : !File.Exists(VirtualDisplay.Program) ? "Xvfb is not installed (Debian: apt-get install xvfb)"
        : Libraries.FirstOrDefault(file => !NativeLibrary.TryLoad(file, out _)) is { } missing ? $"{missing} is not installed"
        : null;
}
