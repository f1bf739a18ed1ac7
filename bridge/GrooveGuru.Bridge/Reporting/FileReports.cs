using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.FollowUps;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Progress;
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
        JudgedAudio judged = Judge(source, new TrackHint(trackName), threads, null, progress, cancellation);
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
        message.Sketch = FollowUpMapping.ToMessage(AudioSketch.Of(judged.Report.Analysis));
        return message;
    }

    /// <summary>Hears a source to its end and judges it.</summary>
    /// <param name="source">The audio; read once.</param>
    /// <param name="hint">What is known of the track beside its sound.</param>
    /// <param name="threads">Threads of the analysis, 1 or more.</param>
    /// <param name="former">What was said when it was heard before; null where it was not.</param>
    /// <param name="progress">0–1.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static JudgedAudio Judge(
        IAudioSource source,
        TrackHint hint,
        int threads,
        FormerAdvice? former,
        IProgress<double>? progress,
        CancellationToken cancellation)
    {
        using ExcerptSource excerpt = new(source, AdviceSeconds);
        TrackAnalysis analysis = TrackAnalyzer.Analyze(
            excerpt, progress is null ? null : new PartProgress(progress, 0, 0.6), threads, cancellation);
        AudioBuffer audio = excerpt.Take();
        PartProgress? judging = progress is null ? null : new PartProgress(progress, 0.6, 1);
        TrackReport report = ReportBuilder.Build(audio, analysis, hint, former, excerpt.StartSeconds, judging, cancellation);
        return new JudgedAudio(report, audio, excerpt.StartSeconds);
    }
}
