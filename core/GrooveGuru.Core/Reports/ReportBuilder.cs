using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Chains;
using GrooveGuru.Core.Advice.FollowUps;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Semantics;
using GrooveGuru.Core.Semantics.Judgements;
using GrooveGuru.Core.Semantics.Relations;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Core.Reports;

/// <summary>Makes the report on a track from what was measured.</summary>
public static class ReportBuilder
{
    /// <summary>Meanings, summary and advice for analysed audio.</summary>
    /// <param name="audio">The audio, or the part of it that is held, planar; advice is tried on it.</param>
    /// <param name="analysis">What was measured on all of it.</param>
    /// <param name="progress">0 to 1; null where nobody looks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static TrackReport Build(
        AudioBuffer audio, TrackAnalysis analysis, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Build(audio, analysis, TrackHint.None, null, 0, progress, cancellationToken);

    /// <summary>Meanings, summary and advice for analysed audio that was heard before.</summary>
    /// <param name="audio">The audio, or the part of it that is held, planar; advice is tried on it.</param>
    /// <param name="analysis">What was measured on all of it.</param>
    /// <param name="hint">What is known of the track beside its sound.</param>
    /// <param name="former">What was said when it was heard before; null where it was not.</param>
    /// <param name="startSeconds">Where the held part begins in the track, s. Times in the report count from the beginning of the track.</param>
    /// <param name="progress">0 to 1; null where nobody looks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static TrackReport Build(
        AudioBuffer audio,
        TrackAnalysis analysis,
        TrackHint hint,
        FormerAdvice? former,
        double startSeconds,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(audio);
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(hint);
        IReadOnlyList<FeatureMeaning> meanings = FeatureMeaningTable.Interpret(analysis.Features);
        FollowUpReport followUps = former is null ? FollowUpReport.Empty
            : former.HeardAgain ? FollowUpHearing.Hear(former.Promises, former.Sketch, audio, startSeconds, analysis, cancellationToken)
            : former.FollowUps;
        RoleEstimate role = hint.Role is TrackRole told ? RoleEstimate.Told(told) : RoleEstimator.Estimate(analysis, hint.Name);
        AdviceReport advice = new Adviser
        {
            Dismissed = former?.Dismissed ?? new HashSet<string>(),
            Settled = followUps.Items.Where(item => item.Status == RecommendationStatus.Confirmed).Select(item => item.Promise.RecommendationId).ToHashSet(),
            Role = role,
        }.AdviseInFull(audio, analysis, progress, cancellationToken);
        bool inPart = startSeconds > 0;
        return new TrackReport(
            analysis,
            meanings,
            TrackSummarizer.Summarize(analysis, meanings, role),
            [.. advice.Recommendations.Select(given => WithStatus(inPart ? Shift(given, startSeconds, audio) : given, followUps))])
        {
            Role = role,
            Context = ContextJudge.Judge(analysis),
            Relations = RelationFinder.Find(analysis),
            NotJudgedReason = advice.Recommendations.Count == 0 ? NotJudged.Reason(analysis, audio) : null,
            WholeChain = inPart && advice.WholeChain is { } chain ? Shift(chain, startSeconds, audio) : advice.WholeChain,
            Conflicts = advice.Conflicts,
            FollowUps = followUps,
        };
    }

    // What is still out of line after it was heard again says how far it has come.
    private static Recommendation WithStatus(Recommendation given, FollowUpReport followUps) =>
        followUps.Items.FirstOrDefault(item => item.Promise.RecommendationId == given.Id) is
        { Status: RecommendationStatus.Improved or RecommendationStatus.Unchanged or RecommendationStatus.Worse or RecommendationStatus.TriedByUser } former
            ? given with { Status = former.Status }
            : given;

    private static Recommendation Shift(Recommendation given, double startSeconds, AudioBuffer audio) => given with
    {
        TriedFromSeconds = (given.TriedFromSeconds ?? 0) + startSeconds,
        TriedToSeconds = (given.TriedToSeconds ?? audio.DurationSeconds) + startSeconds,
    };

    private static WholeChain Shift(WholeChain chain, double startSeconds, AudioBuffer audio) => chain with
    {
        TriedFromSeconds = (chain.TriedFromSeconds ?? 0) + startSeconds,
        TriedToSeconds = (chain.TriedToSeconds ?? audio.DurationSeconds) + startSeconds,
    };
}
