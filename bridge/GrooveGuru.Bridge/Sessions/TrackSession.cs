using System.Threading.Channels;
using GrooveGuru.Bridge.Jobs;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Advice.FollowUps;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Sessions;

/// <summary>One plugin instance's track, or an imported file: its capture, its running meters and its reports.</summary>
internal sealed partial class TrackSession : IDisposable
{
    /// <summary>The longest capture kept for one track, s.</summary>
    public const double MaxCaptureSeconds = 3 * 3600;

    private readonly Lock _gate = new();
    private readonly string _captureFolder;
    private readonly TimeProvider _time;
    private readonly TrackListeners _listeners = new();
    private readonly AnalysisLedger _analyses = new();
    private readonly AdviceHistory _advice = new();
    private CaptureTimeline? _timeline;
    private LiveMeters? _meters;
    private long _writtenFrames;
    private long _nextStreamPosition = -1;
    private long _freePosition;
    private long _lastAudioTimestamp;
    private HostTransport _transport = HostTransport.Unknown;
    private bool _playing;
    private bool _fullSaid;
    private bool _importing;
    private ToldIdentity _identity = ToldIdentity.None;

    /// <summary>A track without audio.</summary>
    /// <param name="trackId">Its id within this bridge.</param>
    /// <param name="instanceId">The plugin instance's own id.</param>
    /// <param name="captureFolder">Where captured audio is kept.</param>
    /// <param name="time">The clock.</param>
    /// <param name="hostProcessId">The process that the plugin runs in; 0 where it is not known, or for an import.</param>
    /// <param name="importing">Whether its audio comes from a file, until <see cref="EndImport"/>.</param>
    public TrackSession(
        string trackId, string instanceId, string captureFolder, TimeProvider time, long hostProcessId = 0, bool importing = false)
    {
        TrackId = trackId;
        InstanceId = instanceId;
        HostProcessId = hostProcessId;
        _captureFolder = captureFolder;
        _time = time;
        _importing = importing;
        _lastAudioTimestamp = time.GetTimestamp();
    }

    /// <summary>The id within this bridge.</summary>
    public string TrackId { get; }

    /// <summary>The plugin instance's own id.</summary>
    public string InstanceId { get; }

    /// <summary>The process that the plugin runs in; 0 where it is not known.</summary>
    public long HostProcessId { get; }

    /// <summary>Whether the track is in use, so that it must not be dropped for want of room.</summary>
    public bool InUse => Connected || _importing;

    /// <summary>What the plugin tells of the track; the same object as long as nothing changed. Set by <see cref="Identify"/>.</summary>
    public ToldIdentity Identity => Volatile.Read(ref _identity);

    /// <summary>What the user or the host calls the track; its id where nobody calls it anything.</summary>
    public string Name => Identity.Name is { Length: > 0 } name ? name : TrackId;

    /// <summary>Whether a plugin is connected.</summary>
    public bool Connected => _listeners.Any;

    /// <summary>Where what was heard lies in the project; null where the host told no position or tempo.</summary>
    public ProjectTime? Project
    {
        get
        {
            lock (_gate)
            {
                return _timeline?.FirstPositionFrames is { } first && _transport is { PositionFrames: not null, TempoBpm: { } tempoBpm }
                    ? new ProjectTime((double)first / _timeline.SampleRateHz, tempoBpm, _transport.MeterNumerator, _transport.MeterDenominator)
                    : null;
            }
        }
    }

    /// <summary>The newest report; null before the first.</summary>
    public TrackReport? Report => _analyses.Report;

    /// <summary>Frames that the plugin could not hand over.</summary>
    public long LostFrames { get; private set; }

    /// <summary>A listener that receives what is to go down to the plugin, from now on.</summary>
    public ChannelReader<CaptureDown> Connect()
    {
        lock (_gate)
        {
            _nextStreamPosition = -1;
            return _listeners.Add();
        }
    }

    /// <summary>Ends a listener; the track stays.</summary>
    public void Disconnect(ChannelReader<CaptureDown> reader)
    {
        lock (_gate)
        {
            _listeners.Remove(reader);
            _playing = _playing && _listeners.Any;
        }
    }

    /// <summary>All of an import has come in and is reported on.</summary>
    public void EndImport() => _importing = false;

    /// <summary>Sends a message down to the plugin.</summary>
    public void Send(CaptureDown message) => _listeners.Send(message);

    /// <summary>Whether to analyse now; if so, <see cref="EndAnalysis"/> must follow.</summary>
    public AnalysisKind TryBeginAnalysis()
    {
        lock (_gate)
        {
            return _importing ? AnalysisKind.None : _analyses.TryBegin(
                HeardSeconds, _writtenFrames, _playing, QuietSeconds, _running is not null);
        }
    }

    /// <summary>The analysis that <see cref="TryBeginAnalysis"/> asked for has ended, one way or another.</summary>
    public void EndAnalysis()
    {
        lock (_gate)
        {
            _analyses.End();
        }
    }

    /// <summary>
    /// What has been heard until now, to be opened as often as a job needs it: always the same places of the capture, whatever is
    /// played meanwhile. Null when nothing was heard.
    /// </summary>
    public Func<IAudioSource>? Freeze()
    {
        lock (_gate)
        {
            if (_timeline is not { HeardFrames: > 0 } timeline)
            {
                return null;
            }

            IReadOnlyList<CaptureSpan> spans = timeline.ListSpansForWork();
            return () => timeline.OpenSource(spans);
        }
    }

    /// <summary>Keeps a finished report and sends it.</summary>
    /// <param name="report">The report; its number is set here.</param>
    /// <param name="capture">What <see cref="BeginAnalysis"/> gave.</param>
    /// <param name="judgedAs">The role that the user had told for it; unspecified for none.</param>
    /// <param name="advised">What the report promises.</param>
    public void Publish(TrackReport report, CaptureToAnalyse capture, TrackRole judgedAs, FormerAdvice advised)
    {
        lock (_gate)
        {
            _judgedAs = judgedAs;
            _analyses.Publish(report, capture.WrittenFrames);
            if (report.Final)
            {
                _advice.Remember(advised, capture);
            }
        }

        Send(new CaptureDown { Report = report });
        Send(new CaptureDown { Running = Running() });
    }

    /// <summary>Keeps what the user said to a recommendation, and sends the report with its new status.</summary>
    /// <param name="recommendationId">One of the newest report.</param>
    /// <param name="status">Open, tried by the user, or dismissed.</param>
    /// <returns>The report; null where there is none, or no such recommendation in it.</returns>
    public TrackReport? Mark(string recommendationId, RecommendationStatus status)
    {
        TrackReport? marked;
        lock (_gate)
        {
            marked = Report is { } report ? _advice.Mark(report, recommendationId, status) : null;
            if (marked is not null)
            {
                _analyses.Amend(marked);
            }
        }

        if (marked is not null)
        {
            Send(new CaptureDown { Report = marked });
            Send(new CaptureDown { Running = Running() });
        }

        return marked;
    }

    /// <summary>Remembers that an analysis of this much failed, so that it is not tried again at once.</summary>
    public void AnalysisFailed(long analysedWrittenFrames)
    {
        lock (_gate)
        {
            _analyses.Fail(analysedWrittenFrames);
        }
    }

    /// <summary>The running measures now.</summary>
    public RunningMeasures Running()
    {
        lock (_gate)
        {
            RunningMeasures running = new()
            {
                HeardSeconds = HeardSeconds,
                LostFrames = LostFrames,
                OpenRecommendations = Report?.Recommendations.Count(
                    r => r.Status is not (RecommendationStatus.Confirmed or RecommendationStatus.Dismissed)) ?? 0,
                Analysing = IsAnalysing,
            };
            _meters?.WriteTo(running);
            if (Report?.Features.FirstOrDefault(f => f.Id == Core.Features.FeatureIds.Tempo) is { HasValue: true, Value: > 0 } tempo)
            {
                running.TempoBpm = tempo.Value;
            }

            return running;
        }
    }

    /// <summary>The line of this track in a list.</summary>
    public TrackSummary Summarise()
    {
        lock (_gate)
        {
            TrackSummary summary = new()
            {
                TrackId = TrackId,
                InstanceId = InstanceId,
                Name = Name,
                Connected = Connected,
                Playing = _playing,
                Analysing = IsAnalysing,
                Offline = _transport.Offline,
                HeardSeconds = HeardSeconds,
                ReportCount = Report?.ReportNumber ?? 0,
                SampleRateHz = _timeline?.SampleRateHz ?? 0,
                ChannelCount = _timeline?.ChannelCount ?? 0,
                LostFrames = LostFrames,
            };
            Identity.WriteTo(summary);
            if (Running() is { HasIntegratedLufs: true } running)
            {
                summary.IntegratedLufs = running.IntegratedLufs;
            }

            if (_transport.TempoBpm is { } bpm)
            {
                summary.HostTempoBpm = bpm;
            }

            return summary;
        }
    }

    /// <summary>Releases the capture.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _running = null;
            _timeline?.Dispose();
            _timeline = null;
        }
    }
}
