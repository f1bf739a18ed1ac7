using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Chains;

/// <summary>All recommendations that can stand together, in signal order, tried as one.</summary>
public sealed record WholeChain
{
    /// <summary>The processors in signal order, each with where it comes from and why it stands there.</summary>
    public required IReadOnlyList<ChainStep> Steps { get; init; }

    /// <summary>What was measured before and after the whole chain: first what the recommendations promised, in their order.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>Where the part begins on which it was tried, s from the start; null where that was the whole track.</summary>
    public double? TriedFromSeconds { get; init; }

    /// <summary>Where the part ends on which it was tried, s from the start; null where that was the whole track.</summary>
    public double? TriedToSeconds { get; init; }

    /// <summary>The processors alone.</summary>
    public IReadOnlyList<ProcessorSettings> Chain => [.. Steps.Select(step => step.Processor)];
}
