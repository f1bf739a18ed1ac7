using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Chains;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Reports;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>From audio to a report: analysis over all of it, advice tried on as much as memory should hold.</summary>
internal static class FileReports
{
    /// <summary>Advice is tried on the middle of what is longer than this, s.</summary>
    public const int AdviceSeconds = 240;

    /// <summary>Analyses a source and keeps what changes over time.</summary>
    /// <param name="source">The audio; read once.</param>
    /// <param name="withSpectrum">Whether to measure, for a plot, the spectrum of the part that advice is tried on.</param>
    /// <param name="threads">Threads of the analysis, 1 or more.</param>
    /// <param name="progress">0–1.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static Contracts.V1.TrackReport AnalyseWithSeries(
        IAudioSource source, bool withSpectrum, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        JudgedAudio judged = Judge(source, threads, null, progress, cancellation);
        return ToMessage(judged, withSpectrum, cancellation);
    }

    /// <summary>The message of a judged source, with what changes over time.</summary>
    /// <param name="judged">What was heard and said.</param>
    /// <param name="withSpectrum">Whether to measure, for a plot, the spectrum of the part that advice was tried on.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static Contracts.V1.TrackReport ToMessage(JudgedAudio judged, bool withSpectrum, CancellationToken cancellation)
    {
        TonalBalanceDeviation? balance = withSpectrum ? new(ThirdOctaveSpectrum.Measure(judged.Audio, cancellation)) : null;
        Contracts.V1.TrackReport message = ReportMapping.ToMessage(judged.Report);
        message.Series = ExtendedMapping.ToMessage(judged.Report.Analysis.Series, balance);
        return message;
    }

    /// <summary>Hears a source to its end and judges it.</summary>
    /// <param name="source">The audio; read once.</param>
    /// <param name="threads">Threads of the analysis, 1 or more.</param>
    /// <param name="dismissed">Ids of advice that the user does not want; null for none.</param>
    /// <param name="progress">0–1.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static JudgedAudio Judge(
        IAudioSource source, int threads, IReadOnlySet<string>? dismissed, IProgress<double>? progress, CancellationToken cancellation)
    {
        using ExcerptSource excerpt = new(source, AdviceSeconds);
        TrackAnalysis analysis = TrackAnalyzer.Analyze(
            excerpt, progress is null ? null : new PartProgress(progress, 0, 0.6), threads, cancellation);
        AudioBuffer audio = excerpt.Take();
        PartProgress? judging = progress is null ? null : new PartProgress(progress, 0.6, 1);
        TrackReport report = Judge(analysis, audio, excerpt.StartSeconds, dismissed, judging, cancellation);
        return new JudgedAudio(report, audio, excerpt.StartSeconds);
    }

    /// <summary>Makes the report of audio that is analysed already.</summary>
    /// <param name="analysis">What was measured on all of it.</param>
    /// <param name="excerpt">The part that advice is tried on.</param>
    /// <param name="startSeconds">Where that part begins, s.</param>
    /// <param name="dismissed">Ids of advice that the user does not want; null for none.</param>
    /// <param name="progress">0–1.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static TrackReport Judge(
        TrackAnalysis analysis,
        AudioBuffer excerpt,
        double startSeconds,
        IReadOnlySet<string>? dismissed,
        IProgress<double>? progress,
        CancellationToken cancellation)
    {
        TrackReport report = ReportBuilder.Build(excerpt, analysis, dismissed, progress, cancellation);
        return startSeconds > 0
            ? report with
            {
                Recommendations = [.. report.Recommendations.Select(advice => Shift(advice, startSeconds))],
                WholeChain = report.WholeChain is { } chain ? Shift(chain, startSeconds) : null,
            }
            : report;
    }

    // The adviser knows only the excerpt; its times are to be those of the track.
    private static Recommendation Shift(Recommendation advice, double startSeconds) => advice with
    {
        TriedFromSeconds = (advice.TriedFromSeconds ?? 0) + startSeconds,
        TriedToSeconds = (advice.TriedToSeconds ?? AdviceSeconds) + startSeconds,
    };

    private static WholeChain Shift(WholeChain chain, double startSeconds) => chain with
    {
        TriedFromSeconds = (chain.TriedFromSeconds ?? 0) + startSeconds,
        TriedToSeconds = (chain.TriedToSeconds ?? AdviceSeconds) + startSeconds,
    };
}
