namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>Who streams: what the bridge is told at the beginning of a call and when it changes.</summary>
internal interface ITrackIdentity
{
    /// <summary>The same over reconnects and in the saved project.</summary>
    string InstanceId { get; }

    /// <summary>The track's name; empty where it is not known.</summary>
    string TrackName { get; }

    /// <summary>The host's name; empty where it is not known.</summary>
    string HostName { get; }
}
