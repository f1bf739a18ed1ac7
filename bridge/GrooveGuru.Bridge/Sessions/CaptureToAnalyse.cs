using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Core.Advice.FollowUps;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Reports;

namespace GrooveGuru.Bridge.Sessions;

/// <summary>A capture as it stands, to be reported on.</summary>
/// <param name="Timeline">The captured audio.</param>
/// <param name="Running">The analysis that has heard it, or will.</param>
/// <param name="WrittenFrames">Frames written to the capture until now, replayed ones included.</param>
/// <param name="HeardFrames">Frames held, each counted once.</param>
/// <param name="Former">What was said when it was heard before; null where it was not.</param>
internal sealed record CaptureToAnalyse(
    CaptureTimeline Timeline, RunningAnalysis Running, long WrittenFrames, long HeardFrames, FormerAdvice? Former)
{
    /// <summary>Measures what has not been heard yet, and judges all of it.</summary>
    /// <param name="hint">What the user tells of the track.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TrackReport Report(TrackHint hint, CancellationToken cancellation)
    {
        TrackAnalysis analysis = Running.Snapshot(cancellation);
        IReadOnlyList<CaptureSpan> spans = Timeline.ListSpans();
        long held = spans.Sum(span => (long)span.FrameCount), kept = (long)FileReports.AdviceSeconds * Timeline.SampleRateHz;
        long first = Math.Max(0, (held - kept) / 2);
        using IAudioSource source = Timeline.OpenSource(CaptureSpan.Cut(spans, first, kept));
        var excerpt = new AudioBuffer(source.ChannelCount, (int)source.FrameCount!.Value, source.SampleRateHz);
        FillFrom(source, excerpt);
        return ReportBuilder.Build(excerpt, analysis, hint, Former, (double)first / Timeline.SampleRateHz, null, cancellation);
    }

    private static void FillFrom(IAudioSource source, AudioBuffer excerpt)
    {
        const int blockFrames = 65_536;
        float[][] planar = [.. Enumerable.Range(0, source.ChannelCount).Select(_ => new float[blockFrames])];
        int position = 0;
        for (int frames; (frames = source.Read(planar, 0, blockFrames)) > 0; position += frames)
        {
            for (int channel = 0; channel < source.ChannelCount; channel++)
            {
                Span<float> target = excerpt.Channel(channel).Slice(position, frames);
                planar[channel].AsSpan(0, frames).CopyTo(target);
                FiniteSamples.Clean(target);
            }
        }
    }
}
