using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Sessions;

/// <content>The analysis that runs beside the capture.</content>
internal sealed partial class TrackSession
{
    /// <summary>A running analysis is let go when nothing has come for this long, s: it holds some megabytes.</summary>
    public const double RestSeconds = 60;

    private RunningAnalysis? _running;
    private int _reportsInWork;
    private TrackRole _judgedAs;

    /// <summary>Whether the newest report was made for another role than the user tells now.</summary>
    public bool IsJudgedForAnotherRole
    {
        get
        {
            lock (_gate)
            {
                return Report is not null && _judgedAs != Identity.Role;
            }
        }
    }

    private bool IsAnalysing => _reportsInWork > 0 || _analyses.IsRunning;

    private double QuietSeconds => _time.GetElapsedTime(_lastAudioTimestamp).TotalSeconds;

    /// <summary>Takes what the plugin tells of the track.</summary>
    /// <returns>Whether what was heard has to be judged again, because the user says that it is something else.</returns>
    public bool Identify(ToldIdentity identity)
    {
        lock (_gate)
        {
            bool isOther = identity.Role != _identity.Role;
            Volatile.Write(ref _identity, identity);
            return isOther && _timeline is { HeardFrames: > 0 };
        }
    }

    /// <summary>Lets the running analysis hear what has come since, begins one where the track plays, ends it where it rests.</summary>
    /// <param name="mayBegin">Whether there is room for one more.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>Whether the track is followed now.</returns>
    public bool Follow(bool mayBegin, CancellationToken cancellation)
    {
        RunningAnalysis? running;
        lock (_gate)
        {
            if (_running is null && mayBegin && _playing && !_importing && _timeline is { HeardFrames: > 0 } timeline)
            {
                _running = new RunningAnalysis(timeline);
            }
            else if (QuietSeconds > RestSeconds)
            {
                _running = null;
            }

            running = _running;
        }

        try
        {
            running?.Follow(cancellation);
        }
        catch (GrooveGuruException)
        {
            // The capture was replaced a moment ago; the next one is followed from its beginning.
        }

        return running is not null;
    }

    /// <summary>Tells the plugin that a report is being made, or that it is not any more.</summary>
    /// <param name="begins">Whether it begins; each beginning has its end.</param>
    public void SayAnalysing(bool begins)
    {
        lock (_gate)
        {
            _reportsInWork += begins ? 1 : -1;
        }

        Send(new CaptureDown { Running = Running() });
    }

    /// <summary>What there is to analyse now; null when nothing was heard.</summary>
    public CaptureToAnalyse? BeginAnalysis()
    {
        lock (_gate)
        {
            return _timeline is { HeardFrames: > 0 } timeline
                ? new CaptureToAnalyse(
                    timeline,
                    _running ?? new RunningAnalysis(timeline),
                    _writtenFrames,
                    timeline.HeardFrames,
                    _advice.Former(_writtenFrames, timeline.HeardFrames, timeline.SampleRateHz))
                : null;
        }
    }
}
