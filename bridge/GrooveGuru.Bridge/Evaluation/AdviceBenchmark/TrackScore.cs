namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>How a track fared, clean and with every fault.</summary>
internal sealed record TrackScore
{
    /// <summary>The track.</summary>
    public required MaterialTrack Track { get; init; }

    /// <summary>Why it could not be used; null where it could.</summary>
    public string? SkippedBecause { get; init; }

    /// <summary>What it is: as the manifest says, or as the adviser takes it; "unknown" where neither says.</summary>
    public string Role { get; init; } = UnknownRole;

    /// <summary>What the adviser takes it for; "unknown" where it cannot tell.</summary>
    public string HeardRole { get; init; } = UnknownRole;

    /// <summary>What was advised on the clean track; all of it is taken for wrong.</summary>
    public IReadOnlyList<GivenAdvice> CleanAdvice { get; init; } = [];

    /// <summary>Every fault that can be made on it.</summary>
    public IReadOnlyList<FaultScore> Faults { get; init; } = [];

    /// <summary>The role of a track of which nobody says what it is.</summary>
    public const string UnknownRole = "unknown";
}
