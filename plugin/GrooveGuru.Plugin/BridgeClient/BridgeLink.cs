using System.Collections.Immutable;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Plugin.BridgeClient.Launching;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Parameters;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>
/// Keeps one instance connected: finds the bridge, has one started where none runs, streams, and begins again after a loss, for as
/// long as the instance lives.
/// </summary>
internal sealed class BridgeLink : IDisposable
{
    private static readonly TimeSpan KillLimit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(15);

    private readonly IBridgeGateway _gateway;
    private readonly IBridgeLauncher _launcher;
    private readonly ITrackIdentity _identity;
    private readonly PublishedValues _published;
    private readonly BridgeBoard _board;
    private readonly EndPatience _patience;
    private readonly Backoff _backoff = new(Random.Shared);
    private CancellationTokenSource? _stop;
    private CancellationTokenSource? _kill;
    private Task _running = Task.CompletedTask;
    private string? _lastReason;
    private string? _whyNotLaunched;

    /// <summary>A link that is not running.</summary>
    public BridgeLink(
        IBridgeGateway gateway,
        IBridgeLauncher launcher,
        ITrackIdentity identity,
        ParameterValues values,
        BridgeBoard board,
        EndPatience? patience = null)
    {
        _gateway = gateway;
        _launcher = launcher;
        _identity = identity;
        _published = new PublishedValues(values);
        _board = board;
        _patience = patience ?? EndPatience.Shared;
        Requests = new BridgeRequests(board);
        board.Change(news => news with { WhyNotReached = BridgeWords.NotLookedFor });
    }

    /// <summary>What the user asks of the bridge.</summary>
    public BridgeRequests Requests { get; }

    /// <summary>What waits to be sent.</summary>
    public CaptureFeed Feed { get; } = new();

    /// <summary>Begins to connect; nothing where it already does. [not the audio thread; not at once with <see cref="Stop"/>]</summary>
    public void Start()
    {
        if (_stop is not null)
        {
            return;
        }

        _stop = new CancellationTokenSource();
        _kill = new CancellationTokenSource();
        _backoff.Reset();
        CancellationToken stop = _stop.Token;
        CancellationToken kill = _kill.Token;
        _running = Task.Run(() => RunAsync(stop, kill), CancellationToken.None);
    }

    /// <summary>Sends what is left and ends; returns when nothing of it runs any more, after 3 s at the latest.</summary>
    public void Stop()
    {
        if (_stop is null || _kill is null)
        {
            return;
        }

        _stop.Cancel();
        if (!_running.Wait(_patience.Everything))
        {
            _patience.Wear();
            _kill.Cancel();
            if (!_running.Wait(KillLimit))
            {
                PluginLog.Write("the bridge client does not end; it is left behind");
            }
        }

        if (_running.IsCompleted)
        {
            _stop.Dispose();
            _kill.Dispose();
        }

        _stop = null;
        _kill = null;
        Feed.Clear();
        Say(BridgeState.NotConnected, BridgeWords.NotLookedFor);
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();

    private async Task RunAsync(CancellationToken stop, CancellationToken kill)
    {
        while (!stop.IsCancellationRequested)
        {
            TimeSpan wait;
            try
            {
                wait = await AttemptAsync(stop, kill).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                Faults.Report(error, "bridge client");
                Say(BridgeState.NotConnected, BridgeWords.ClientFailed);
                wait = _backoff.Slow();
            }

            await Task.Delay(wait, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One attempt, which lasts as long as its call.</summary>
    /// <returns>How long to wait before the next.</returns>
    private async Task<TimeSpan> AttemptAsync(CancellationToken stop, CancellationToken kill)
    {
        BridgeSighting sighting = _gateway.Look();
        if (sighting.Standing == EndpointFileStanding.OtherContractVersion)
        {
            return WrongVersion(sighting.Reason);
        }

        if (sighting.Standing == EndpointFileStanding.Ok)
        {
            string bridgeId = sighting.Endpoint is { } endpoint ? $"{endpoint.ProcessId}/{endpoint.Token}" : "";
            CaptureListener listener = new(bridgeId, _published, _board, Requests);
            CaptureSession session = new(_gateway.Open(sighting), Feed, _identity, listener, _patience);
            SessionResult result = await session.RunAsync(stop, kill).ConfigureAwait(false);
            switch (result.End)
            {
                case SessionEnd.WrongVersion:
                    return WrongVersion(result.Reason);
                case SessionEnd.NoAnswer:
                    return NoAnswer(sighting.Endpoint?.ProcessId);
                case SessionEnd.Lost:
                    LogOnce("the connection to the bridge was lost");
                    Say(BridgeState.NotConnected, BridgeWords.Lost);
                    _backoff.Reset();
                    return _backoff.Next();
                case SessionEnd.Renewed:
                case SessionEnd.Stopped:
                    return TimeSpan.Zero;
                default:
                    break; // Its file is there, but nobody answers: it was killed.
            }
        }
        else if (sighting.Standing == EndpointFileStanding.Unreadable)
        {
            LogOnce(sighting.Reason ?? "the endpoint file cannot be read");
        }

        return stop.IsCancellationRequested ? TimeSpan.Zero : LaunchAndWait(sighting);
    }

    private TimeSpan LaunchAndWait(BridgeSighting sighting)
    {
        LaunchOutcome outcome = _launcher.Launch();
        if (outcome.Reason is { } reason)
        {
            LogOnce(reason);
        }

        bool isStarting = outcome.SinceLaunch is { } since && since < StartLimit;
        if (isStarting)
        {
            _whyNotLaunched = null;
            Say(BridgeState.Starting, null);
            _backoff.Reset();
        }
        else
        {
            Say(BridgeState.NotConnected, WhyNotThere(sighting, outcome));
        }

        return _backoff.Next();
    }

    private TimeSpan WrongVersion(string? reason)
    {
        LogOnce(reason ?? "the bridge speaks another contract");
        Say(BridgeState.WrongVersion, reason ?? "The running bridge speaks another contract. Install plugin and bridge of the same version.");
        return _backoff.Slow();
    }

    private TimeSpan NoAnswer(int? processId)
    {
        _patience.Wear();
        LogOnce(BridgeWords.NoAnswer(processId));
        Say(BridgeState.NotConnected, BridgeWords.NoAnswer(processId));
        return _backoff.Next();
    }

    // The launcher tells its reason once in a while, and the user needs it all the time.
    private string WhyNotThere(BridgeSighting sighting, LaunchOutcome outcome)
    {
        _whyNotLaunched = outcome.Reason ?? _whyNotLaunched;
        return _whyNotLaunched is { } reason ? BridgeWords.NotThere(reason)
            : outcome.SinceLaunch is not null ? BridgeWords.NeverCameUp(BridgeLauncher.OutputPath, PluginLog.WhyUnwritten)
            : sighting is { Standing: EndpointFileStanding.Unreadable, Reason: { } unreadable } ? BridgeWords.NotThere(unreadable)
            : BridgeWords.Lost;
    }

    private void Say(BridgeState state, string? whyNotReached)
    {
        _published.Bridge = state;
        _board.Change(news => news.State == state && news.WhyNotReached == whyNotReached ? news : news with
        {
            State = state,
            WhyNotReached = whyNotReached,
            CaptureProblem = null,
            IsAnalysing = false,
            Services = ImmutableHashSet<string>.Empty,
            StudioPage = null,
        });
    }

    // An attempt every few seconds for hours must not fill the log.
    private void LogOnce(string reason)
    {
        if (reason != _lastReason)
        {
            _lastReason = reason;
            PluginLog.Write(reason);
        }
    }
}
