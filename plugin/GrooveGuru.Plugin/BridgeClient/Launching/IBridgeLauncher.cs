namespace GrooveGuru.Plugin.BridgeClient.Launching;

/// <summary>Starts the bridge: one per process at most every 10 s, whoever of its instances asks.</summary>
internal interface IBridgeLauncher
{
    /// <summary>Starts a bridge unless one was just started or it is switched off. [not the audio thread]</summary>
    LaunchOutcome Launch();
}
