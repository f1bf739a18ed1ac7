using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice;

/// <summary>How far a proposal may go, and what tells that it has gone far enough.</summary>
public sealed record Tuning
{
    /// <summary>
    /// The measure that must reach <see cref="Target"/>; more of the amount moves it further towards it. Outside the gain domain it
    /// must be one that level alone does not move, so that nothing is better for being louder.
    /// </summary>
    public required string MeasureId { get; init; }

    /// <summary>The value to reach.</summary>
    public required double Target { get; init; }

    /// <summary>The least amount worth proposing, in the chain's own unit, 0 or more.</summary>
    public required double MinAmount { get; init; }

    /// <summary>The largest safe amount.</summary>
    public required double MaxAmount { get; init; }

    /// <summary>What amounts are rounded to.</summary>
    public required double Step { get; init; }

    /// <summary>
    /// Measures that must stay within bounds of their own beside the target: "raise the crest factor but leave the loudness range".
    /// An amount that breaks one is reduced; where no amount keeps them all, the proposal is dropped.
    /// </summary>
    public IReadOnlyList<Guard> Guards { get; init; } = [];

    /// <summary>Whether it is tried around the highest peak instead of on the loudest part.</summary>
    public bool AroundPeak { get; init; }

    /// <summary>The chain for an amount.</summary>
    public required Func<double, IReadOnlyList<ProcessorSettings>> ChainFor { get; init; }
}
