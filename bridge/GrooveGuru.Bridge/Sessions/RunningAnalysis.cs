using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Bridge.Sessions;

/// <summary>
/// The analysis of one capture, which goes on as the capture grows: each second of audio is heard once, however long the track plays.
/// Only where a place is played again does it begin anew.
/// </summary>
internal sealed class RunningAnalysis
{
    private const int ReadFrames = 65_536;

    private readonly Lock _gate = new();
    private readonly CaptureTimeline _timeline;
    private readonly float[][] _planar;
    private TrackAnalyzer _analyzer;
    private CaptureMark _mark;

    /// <summary>An analysis that has heard nothing yet.</summary>
    /// <param name="timeline">The capture.</param>
    public RunningAnalysis(CaptureTimeline timeline)
    {
        _timeline = timeline;
        _planar = [.. Enumerable.Range(0, timeline.ChannelCount).Select(_ => new float[ReadFrames])];
        _analyzer = new TrackAnalyzer(timeline.SampleRateHz, timeline.ChannelCount);
        _mark = timeline.SetMark();
    }

    /// <summary>How often it had to begin anew.</summary>
    public int Restarts { get; private set; }

    /// <summary>Hears what has come since; nothing while a place is being played again, for that would begin anew each time.</summary>
    public void Follow(CancellationToken cancellation)
    {
        // A report on hours of audio is being made: it hears what has come by itself, and the other tracks need not wait.
        if (!_gate.TryEnter())
        {
            return;
        }

        try
        {
            if (!_mark.IsDisturbed)
            {
                CatchUp(evenIfSilent: false, cancellation);
            }
        }
        finally
        {
            _gate.Exit();
        }
    }

    /// <summary>What is measured of all that the capture holds now: the same values as an analysis of it from the beginning.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TrackAnalysis Snapshot(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_mark.IsDisturbed)
            {
                Restarts++;
                _analyzer = new TrackAnalyzer(_timeline.SampleRateHz, _timeline.ChannelCount);
                _mark = _timeline.SetMark();
            }

            CatchUp(evenIfSilent: true, cancellation);
            return _analyzer.Snapshot();
        }
    }

    private void CatchUp(bool evenIfSilent, CancellationToken cancellation)
    {
        bool heardAll = false;
        try
        {
            using IAudioSource? news = _timeline.ReadOn(_mark, evenIfSilent);
            for (int frames; news is not null && (frames = news.Read(_planar, 0, ReadFrames)) > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                _analyzer.Push(_planar, 0, frames);
            }

            heardAll = true;
        }
        finally
        {
            // Stopped half way, or with a disk that fails, the analyzer lacks what the mark says it has heard.
            if (!heardAll)
            {
                _mark.Disturb();
            }
        }
    }
}
