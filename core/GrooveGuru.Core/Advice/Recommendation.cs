using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice;

/// <summary>One piece of mixing advice. It is data first; text is made from it, never the other way round.</summary>
public sealed record Recommendation
{
    /// <summary>From this confidence on it is likely, 0–1.</summary>
    public const double LikelyConfidence = 0.5;

    /// <summary>Stable id of the rule and its target: "eq.low_end_build_up".</summary>
    public required string Id { get; init; }

    /// <summary>The part of the mix it changes.</summary>
    public required RecommendationDomain Domain { get; init; }

    /// <summary>What to do, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>1 fix first, 2 worth doing, 3 a matter of taste.</summary>
    public required int Priority { get; init; }

    /// <summary>How sure the adviser is, 0–1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Whether what it mends is rather there than not; what is less likely is a possibility, to be compared by ear.</summary>
    public bool IsLikely => Confidence >= LikelyConfidence;

    /// <summary>Why: the measured causes, at least one.</summary>
    public required IReadOnlyList<Reason> Because { get; init; }

    /// <summary>The change itself, in signal order.</summary>
    public required IReadOnlyList<ProcessorSettings> Chain { get; init; }

    /// <summary>
    /// Whether the last of the chain is a gain that is no part of the change: it makes before and after equally loud, or keeps the true
    /// peak under full scale.
    /// </summary>
    public bool EndsWithTrim { get; init; }

    /// <summary>What it promises to move.</summary>
    public required IReadOnlyList<Expectation> Expects { get; init; }

    /// <summary>What was measured when we rendered it, what it promised first; empty only for a rule's untried proposal.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>Where the part begins on which it was tried, s from the start; null where that was the whole track.</summary>
    public double? TriedFromSeconds { get; init; }

    /// <summary>Where the part ends on which it was tried, s from the start; null where that was the whole track.</summary>
    public double? TriedToSeconds { get; init; }

    /// <summary>What has become of it.</summary>
    public RecommendationStatus Status { get; init; } = RecommendationStatus.Open;
}
