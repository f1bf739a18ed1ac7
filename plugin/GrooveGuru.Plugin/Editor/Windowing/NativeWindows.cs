using GrooveGuru.Plugin.Editor.Windowing.X11;

namespace GrooveGuru.Plugin.Editor.Windowing;

/// <summary>The one place where a window system is chosen.</summary>
internal static class NativeWindows
{
    /// <summary>Ends what outlives the windows: the module will be unloaded. [main-thread]</summary>
    public static void EndAll()
    {
        if (OperatingSystem.IsLinux())
        {
            ClipboardKeeper.End();
        }
    }

    /// <summary>A window of this system, not yet in a host's.</summary>
    /// <param name="listener">Who is told what happens.</param>
    /// <param name="problem">What is missing and what to do; empty where nothing is.</param>
    /// <returns>Null where there is none.</returns>
    public static INativeWindow? TryOpen(INativeWindowListener listener, out string problem)
    {
        if (OperatingSystem.IsLinux())
        {
            return X11Window.TryOpen(listener, out problem);
        }

        problem = "there is no window for this operating system yet";
        return null;
    }
}
