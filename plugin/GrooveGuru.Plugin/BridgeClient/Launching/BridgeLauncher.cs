using System.Diagnostics;
using GrooveGuru.Plugin.Diagnostics;

namespace GrooveGuru.Plugin.BridgeClient.Launching;

/// <summary>Finds the bridge's program and starts it.</summary>
internal sealed class BridgeLauncher(BridgeProgram program, IProcessStarter starter) : IBridgeLauncher
{
    /// <summary>The variable that switches this off.</summary>
    public const string OffVariable = "GROOVEGURU_NO_AUTOSTART";

    /// <summary>Where the bridge's own output goes.</summary>
    public static readonly string OutputPath = Path.Combine(StateFolder.Path, "bridge-output.log");

    private const string NoOutput = "/dev/null";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();
    private long? _launchedAt;
    private long? _triedAt;

    /// <summary>The one of this process.</summary>
    public static BridgeLauncher Shared { get; } = new(
        new BridgeProgram(Environment.GetEnvironmentVariable),
        OperatingSystem.IsWindows() ? new WindowsProcessStarter() : new PosixProcessStarter());

    /// <inheritdoc/>
    public LaunchOutcome Launch()
    {
        lock (_gate)
        {
            if (Environment.GetEnvironmentVariable(OffVariable) == "1")
            {
                return new LaunchOutcome(SinceLaunch, $"none is started because {OffVariable} is set; start one with \"grooveguru serve\"");
            }

            if (_triedAt is { } tried && Stopwatch.GetElapsedTime(tried) < Pause)
            {
                return new LaunchOutcome(SinceLaunch, null);
            }

            _triedAt = Stopwatch.GetTimestamp();
            if (program.Find() is not { } command)
            {
                return new LaunchOutcome(SinceLaunch, BridgeProgram.NotFound);
            }

            string? failure = starter.Start([.. command, "serve"], PrepareOutput() ? OutputPath : NoOutput);
            if (failure is null)
            {
                _launchedAt = _triedAt;
                PluginLog.Write($"started the bridge: {string.Join(' ', command)} serve");
            }

            return new LaunchOutcome(SinceLaunch, failure is null ? null : $"the bridge does not start, {failure}");
        }
    }

    // Where there is no place for its output it is started all the same.
    private static bool PrepareOutput()
    {
        try
        {
            StateFolder.Prepare();
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private TimeSpan? SinceLaunch => _launchedAt is { } launched ? Stopwatch.GetElapsedTime(launched) : null;
}
