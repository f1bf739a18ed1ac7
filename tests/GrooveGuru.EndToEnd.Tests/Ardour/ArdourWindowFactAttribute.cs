using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Tests.Editor.Windowing;

namespace GrooveGuru.EndToEnd.Tests.Ardour;

/// <summary>A fact that drives a real Ardour 7 with its windows; skipped by name where something is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ArdourWindowFactAttribute : FactAttribute
{
    public ArdourWindowFactAttribute() => Skip = ArdourWorkplace.ReasonToSkip ?? Product.ReasonToSkip(Product.Bundle, Product.Bridge)
        ?? (!File.Exists(VirtualDisplay.Program) ? "Xvfb is not installed (Debian: apt-get install xvfb)"
            : !NativeLibrary.TryLoad("libXtst.so.6", out _) ? "libXtst is not installed (Debian: apt-get install libxtst6)"
            : null);
}
