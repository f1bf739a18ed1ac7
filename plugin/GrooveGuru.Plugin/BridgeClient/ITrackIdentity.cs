using GrooveGuru.Plugin.State;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>Who streams: what the bridge is told at the beginning of a call and when it changes.</summary>
internal interface ITrackIdentity
{
    /// <summary>The same over reconnects and in the saved project.</summary>
    string InstanceId { get; }

    /// <summary>What is known of the track; the same object as long as nothing changed.</summary>
    TrackTitle Title { get; }

    /// <summary>The host's name; empty where it is not known.</summary>
    string HostName { get; }
}
