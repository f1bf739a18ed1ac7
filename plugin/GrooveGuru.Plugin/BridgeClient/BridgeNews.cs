using System.Collections.Immutable;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Parameters;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>All that is known from and about the bridge at one moment; never changed, only replaced. What was known stays after a loss.</summary>
internal sealed record BridgeNews
{
    /// <summary>State of the way to the bridge.</summary>
    public BridgeState State { get; init; }

    /// <summary>Why it is not reached and what to do; null where it is, or is on its way.</summary>
    public string? WhyNotReached { get; init; }

    /// <summary>What the bridge finds wrong with the capture and what to do; null for nothing.</summary>
    public string? CaptureProblem { get; init; }

    /// <summary>What it offers: "stems", "midi"; empty while it is not connected.</summary>
    public IReadOnlySet<string> Services { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Address of its page; null where it serves none or is not connected.</summary>
    public string? StudioPage { get; init; }

    /// <summary>What was heard until now, s.</summary>
    public double HeardSeconds { get; init; }

    /// <summary>Whether a report is being made.</summary>
    public bool IsAnalysing { get; init; }

    /// <summary>The newest report, with what the user said to its advice; null before the first. Not to be changed.</summary>
    public TrackReport? Report { get; init; }

    /// <summary>Jobs of this track, newest first. Not to be changed.</summary>
    public ImmutableArray<Job> Jobs { get; init; } = [];

    /// <summary>What became of the user's last wish; null for nothing to tell.</summary>
    public BridgeNote? Note { get; init; }
}
