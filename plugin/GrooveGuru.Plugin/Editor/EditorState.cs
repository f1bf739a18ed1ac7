using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Listening;
using GrooveGuru.Plugin.Parameters;

namespace GrooveGuru.Plugin.Editor;

/// <summary>All that the window shows but the meters, as it stands at one moment; never changed, only replaced.</summary>
internal sealed record EditorState
{
    /// <summary>The track's name: the user's, else the host's, else empty.</summary>
    public string TrackName { get; init; } = "";

    /// <summary>Whether the host names the track, so that the name need not be typed.</summary>
    public bool IsNamedByHost { get; init; }

    /// <summary>The track's colour in the host, 0xAARRGGBB; null where it was not told.</summary>
    public uint? TrackColor { get; init; }

    /// <summary>The track's place in the host, from 1; null where it was not told.</summary>
    public int? TrackNumber { get; init; }

    /// <summary>
    /// What the user says that the track is; <see cref="TrackRole.Unspecified"/> where the bridge listens for itself: what it makes
    /// of it stands in the report.
    /// </summary>
    public TrackRole TrackRole { get; init; }

    /// <summary>Whether capture is switched off.</summary>
    public bool IsBypassed { get; init; }

    /// <summary>The state of the way to the bridge.</summary>
    public BridgeState Bridge { get; init; }

    /// <summary>What is wrong and what to do, one or two sentences; null where all is well.</summary>
    public string? Problem { get; init; }

    /// <summary>What was heard until now, s.</summary>
    public double HeardSeconds { get; init; }

    /// <summary>Whether a report is being made.</summary>
    public bool IsAnalysing { get; init; }

    /// <summary>The newest report, with the marks of the user in it; null before the first.</summary>
    public TrackReport? Report { get; init; }

    /// <summary>Jobs of this track, newest first, ended ones too.</summary>
    public IReadOnlyList<Job> Jobs { get; init; } = [];

    /// <summary>What is heard of a preview; null for nothing.</summary>
    public ListeningState? Listening { get; init; }

    /// <summary>What the bridge offers: "stems", "midi", later "mix", "chat"; empty without a bridge.</summary>
    public IReadOnlySet<string> Services { get; init; } = new HashSet<string>();

    /// <summary>What became of the user's last wish, one or two sentences that go away by themselves; null for nothing to tell.</summary>
    public string? Note { get; init; }

    /// <summary>Why no report can be asked for now and what to do; null where it can.</summary>
    public string? WhyNoAnalysis { get; init; }

    /// <summary>Why no job can be started now and what to do; null where it can. A running job of the same kind is no reason here.</summary>
    public string? WhyNoJob { get; init; }

    /// <summary>Why no studio page can be opened now and what to do; null where it can.</summary>
    public string? WhyNoStudioPage { get; init; }
}
