using GrooveGuru.Core.Advice.Chains;

namespace GrooveGuru.Core.Advice;

/// <summary>All that the adviser has to say about a track.</summary>
/// <param name="Recommendations">What to change, most urgent first; empty where there is nothing to fix.</param>
/// <param name="WholeChain">All of it that can stand together, in signal order; null where there is none.</param>
/// <param name="Conflicts">What gave way to other advice or to the state of the track, and why.</param>
public sealed record AdviceReport(
    IReadOnlyList<Recommendation> Recommendations, WholeChain? WholeChain, IReadOnlyList<ResolvedConflict> Conflicts)
{
    /// <summary>Nothing to say.</summary>
    public static AdviceReport Empty { get; } = new([], null, []);
}
