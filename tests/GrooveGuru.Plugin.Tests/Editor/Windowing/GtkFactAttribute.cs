namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

/// <summary>A test with a GTK program as the other one; skipped by name where it cannot run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GtkFactAttribute : FactAttribute
{
    public GtkFactAttribute() => Skip = DisplayFactAttribute.ReasonToSkip ?? (HasGtk() ? null
        : "GTK 3 for Python is not installed (Debian: apt-get install python3-gi gir1.2-gtk-3.0)");

    private static bool HasGtk() => File.Exists(GtkTarget.Python)
        && Directory.Exists("/usr/lib/python3/dist-packages/gi")
        && Directory.EnumerateFiles("/usr/lib", "Gtk-3.0.typelib", SearchOption.AllDirectories).Any();
}
