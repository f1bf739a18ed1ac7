using GrooveGuru.Core.Advice;
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
    /// <param name="trackName">The file's name, which may tell the role.</param>
    /// <param name="withSpectrum">Whether to measure, for a plot, the spectrum of the part that advice is tried on.</param>
    /// <param name="threads">Threads of the analysis, 1 or more.</param>
    /// <param name="progress">0–1.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static Contracts.V1.TrackReport AnalyseWithSeries(
        IAudioSource source, string trackName, bool withSpectrum, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        (TrackReport report, AudioBuffer excerpt) = Analyse(source, trackName, threads, progress, cancellation);
        TonalBalanceDeviation? balance = withSpectrum ? new(ThirdOctaveSpectrum.Measure(excerpt, cancellation)) : null;
        Contracts.V1.TrackReport message = ReportMapping.ToMessage(report);
        message.Series = ExtendedMapping.ToMessage(report.Analysis.Series, balance);
        return message;
    }

    /// <summary>Makes the report of audio that is analysed already.</summary>
    /// <param name="analysis">What was measured on all of it.</param>
    /// <param name="excerpt">The part that advice is tried on.</param>
    /// <param name="trackName">The track's name; null where it has none.</param>
    /// <param name="startSeconds">Where that part begins, s.</param>
    /// <param name="progress">0–1.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static TrackReport Judge(
        TrackAnalysis analysis,
        AudioBuffer excerpt,
        string? trackName,
        double startSeconds,
        IProgress<double>? progress,
        CancellationToken cancellation)
    {
        TrackReport report = ReportBuilder.Build(excerpt, analysis, trackName, progress, cancellation);
        return startSeconds > 0
            ? report with { Recommendations = [.. report.Recommendations.Select(advice => Shift(advice, startSeconds))] }
            : report;
    }

    private static (TrackReport Report, AudioBuffer Excerpt) Analyse(
        IAudioSource source, string trackName, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        using ExcerptSource excerpt = new(source, AdviceSeconds);
        TrackAnalysis analysis = TrackAnalyzer.Analyze(
            excerpt, progress is null ? null : new PartProgress(progress, 0, 0.6), threads, cancellation);
        AudioBuffer audio = excerpt.Take();
        return (Judge(analysis, audio, trackName, excerpt.StartSeconds, progress is null ? null : new PartProgress(progress, 0.6, 1), cancellation), audio);
    }

    // The adviser knows only the excerpt; its times are to be those of the track.
    private static Recommendation Shift(Recommendation advice, double startSeconds) => advice with
    {
        TriedFromSeconds = (advice.TriedFromSeconds ?? 0) + startSeconds,
        TriedToSeconds = (advice.TriedToSeconds ?? AdviceSeconds) + startSeconds,
    };
}
