using System.Collections.Immutable;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Plugin.State;

/// <summary>What a project saves of one instance.</summary>
internal sealed record PluginState
{
    /// <summary>Whether capture is switched off.</summary>
    public bool IsBypassed { get; init; }

    /// <summary>Who the instance is, over saves and reconnects.</summary>
    public string InstanceId { get; init; } = "";

    /// <summary>The track's name in the host when it was saved; empty where it was not known.</summary>
    public string HostTrackName { get; init; } = "";

    /// <summary>The track's name by the user; empty where the host's is good enough.</summary>
    public string UserTrackName { get; init; } = "";

    /// <summary>The track's colour in the host when it was saved, 0xAARRGGBB; null where it was not known.</summary>
    public uint? TrackColor { get; init; }

    /// <summary>The track's place in the host when it was saved, from 1; null where it was not known.</summary>
    public int? TrackNumber { get; init; }

    /// <summary>What the track is by the user; unspecified where nothing was said. May be one that only newer versions know.</summary>
    public TrackRole TrackRole { get; init; }

    /// <summary>What the user has said to recommendations, oldest first.</summary>
    public ImmutableArray<AdviceMark> Marks { get; init; } = [];

    /// <summary>How the user wants the window in this project; null where nothing was chosen.</summary>
    public WindowChoice? Window { get; init; }

    /// <summary>How the bytes were laid out that it was read from.</summary>
    public StateLayout Layout { get; init; } = StateLayout.Own;
}
