using GrooveGuru.Core.Advice;
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
    /// <param name="audio">The audio, planar.</param>
    /// <param name="analysis">What was measured on it.</param>
    /// <param name="trackName">The track's name or the file's, which may tell its role; null where it has none.</param>
    /// <param name="progress">0 to 1; null where nobody looks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static TrackReport Build(
        AudioBuffer audio,
        TrackAnalysis analysis,
        string? trackName = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(audio);
        ArgumentNullException.ThrowIfNull(analysis);
        IReadOnlyList<FeatureMeaning> meanings = FeatureMeaningTable.Interpret(analysis.Features);
        IReadOnlyList<Recommendation> advice = new Adviser().Advise(audio, analysis, progress, cancellationToken);
        RoleEstimate role = RoleEstimator.Estimate(analysis, trackName);
        return new TrackReport(analysis, meanings, TrackSummarizer.Summarize(analysis, meanings, role), advice)
        {
            Role = role,
            Context = ContextJudge.Judge(analysis),
            Relations = RelationFinder.Find(analysis),
            NotJudgedReason = advice.Count == 0 ? NotJudged.Reason(analysis) : null,
        };
    }
}
