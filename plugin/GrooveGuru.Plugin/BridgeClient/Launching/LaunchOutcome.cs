namespace GrooveGuru.Plugin.BridgeClient.Launching;

/// <summary>What became of a wish to have the bridge started.</summary>
/// <param name="SinceLaunch">How long ago this process has started one; null where it never has.</param>
/// <param name="Reason">Why none could be started, for the log; null where there is nothing to say.</param>
internal sealed record LaunchOutcome(TimeSpan? SinceLaunch, string? Reason);
