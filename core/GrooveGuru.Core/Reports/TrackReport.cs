using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Chains;
using GrooveGuru.Core.Advice.FollowUps;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Semantics;
using GrooveGuru.Core.Semantics.Judgements;
using GrooveGuru.Core.Semantics.Relations;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Core.Reports;

/// <summary>All that is said about one track: what was measured, what it means, what to change.</summary>
/// <param name="Analysis">What was measured.</param>
/// <param name="Meanings">What it means, for the features that have a word.</param>
/// <param name="Summary">What was heard, in sentences for a musician.</param>
/// <param name="Recommendations">What to change, most urgent first; empty is a normal answer.</param>
public sealed record TrackReport(
    TrackAnalysis Analysis,
    IReadOnlyList<FeatureMeaning> Meanings,
    IReadOnlyList<string> Summary,
    IReadOnlyList<Recommendation> Recommendations)
{
    /// <summary>
    /// Why there is no recommendation although nothing, or not everything, could be judged: a sentence for a musician. Null where
    /// there are recommendations, and where there are none because all was judged and nothing is out of line.
    /// </summary>
    public string? NotJudgedReason { get; init; }

    /// <summary>What all advice comes to.</summary>
    public AdviceVerdict Verdict => VerdictText.Of(Recommendations, NotJudgedReason);

    /// <summary>All recommendations that can stand together, in signal order; null where there are none.</summary>
    public WholeChain? WholeChain { get; init; }

    /// <summary>Advice that gave way, and why.</summary>
    public IReadOnlyList<ResolvedConflict> Conflicts { get; init; } = [];

    /// <summary>What became of earlier advice.</summary>
    public FollowUpReport FollowUps { get; init; } = FollowUpReport.Empty;

    /// <summary>This report as the next hearing needs it, to find out what became of the advice.</summary>
    public FormerAdvice ToFormerAdvice() => FormerAdvice.Of(Recommendations, FollowUps, AudioSketch.Of(Analysis));

    /// <summary>What the track does in a song.</summary>
    public required RoleEstimate Role { get; init; }

    /// <summary>What can be said about it as a whole.</summary>
    public required TrackContext Context { get; init; }

    /// <summary>How features that belong together agree.</summary>
    public required IReadOnlyList<FeatureRelation> Relations { get; init; }
}
