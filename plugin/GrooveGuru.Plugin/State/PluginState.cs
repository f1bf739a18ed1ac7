namespace GrooveGuru.Plugin.State;

/// <summary>What a project saves of one instance.</summary>
/// <param name="IsBypassed">Whether capture is switched off.</param>
/// <param name="InstanceId">Who the instance is, over saves and reconnects.</param>
/// <param name="TrackName">The track's name when it was saved; empty where it was not known.</param>
/// <param name="UnknownFields">Fields of a newer version, as they were read, so that saving again does not lose them.</param>
internal sealed record PluginState(bool IsBypassed, string InstanceId, string TrackName, byte[] UnknownFields);
