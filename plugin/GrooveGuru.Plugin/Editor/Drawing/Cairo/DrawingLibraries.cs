using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Editor.Drawing.Cairo;

/// <summary>Whether the libraries that draw are installed. Ask before anything else of this folder is used.</summary>
internal static class DrawingLibraries
{
    private static readonly Lazy<string?> Answer = new(static () => FindProblem(
        [CairoNative.Library, PangoNative.Pango, PangoNative.PangoCairo, PangoNative.GObject]));

    /// <summary>What is missing and what to do, one sentence; null where all is there.</summary>
    public static string? Problem => Answer.Value;

    /// <summary>Looks for libraries; those that are found stay loaded, as their types cannot be taken back.</summary>
    /// <param name="files">Files by the name under which the system's loader finds them.</param>
    /// <returns>What is missing and what to do; null where all is there.</returns>
    public static string? FindProblem(IReadOnlyList<string> files)
    {
        string[] missing = files.Where(file => !NativeLibrary.TryLoad(file, typeof(DrawingLibraries).Assembly, null, out _)).ToArray();
        return missing.Length == 0
            ? null
            : $"The window cannot be drawn: {string.Join(", ", missing)} not found. Install Cairo and Pango "
                + "(Debian, Ubuntu: libcairo2 libpangocairo-1.0-0; Fedora: cairo pango; Arch: cairo pango).";
    }
}
