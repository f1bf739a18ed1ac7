using GrooveGuru.Plugin.BridgeClient.Launching;
using GrooveGuru.Plugin.Editor.Desk.Linux;
using GrooveGuru.Plugin.Editor.Desk.Windows;

namespace GrooveGuru.Plugin.Editor.Desk;

/// <summary>What of the system a desk reaches.</summary>
/// <param name="Preferences">What the user wants in every project.</param>
/// <param name="Desktop">The file manager and the browser.</param>
/// <param name="Time">The clock.</param>
internal sealed record DeskSurroundings(UserPreferences Preferences, IDesktop Desktop, TimeProvider Time)
{
    /// <summary>Those of this process and system.</summary>
    public static DeskSurroundings Shared { get; } = new(
        UserPreferences.Shared,
        OperatingSystem.IsWindows()
            ? new WindowsDesktop(new WindowsProcessStarter())
            : new LinuxDesktop(new PosixProcessStarter(), Environment.GetEnvironmentVariable),
        TimeProvider.System);
}
