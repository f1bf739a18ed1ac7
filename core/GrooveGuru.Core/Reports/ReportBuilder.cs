using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Semantics;

namespace GrooveGuru.Core.Reports;

/// <summary>Makes the report on a track from what was measured.</summary>
public static class ReportBuilder
{
    /// <summary>Meanings, summary and advice for analysed audio.</summary>
    /// <param name="audio">The audio, planar.</param>
    /// <param name="analysis">What was measured on it.</param>
    /// <param name="dismissed">Ids of advice that the user does not want; null for none.</param>
    /// <param name="progress">0 to 1; null where nobody looks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static TrackReport Build(
        AudioBuffer audio,
        TrackAnalysis analysis,
        IReadOnlySet<string>? dismissed = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(audio);
        ArgumentNullException.ThrowIfNull(analysis);
        IReadOnlyList<FeatureMeaning> meanings = FeatureMeaningTable.Interpret(analysis.Features);
        AdviceReport advice = new Adviser { Dismissed = dismissed ?? new HashSet<string>() }
            .AdviseInFull(audio, analysis, progress, cancellationToken);
        return new TrackReport(analysis, meanings, TrackSummarizer.Summarize(analysis, meanings), advice.Recommendations)
        {
            NotJudgedReason = advice.Recommendations.Count == 0 ? NotJudged.Reason(analysis) : null,
            WholeChain = advice.WholeChain,
            Conflicts = advice.Conflicts,
        };
    }
}
