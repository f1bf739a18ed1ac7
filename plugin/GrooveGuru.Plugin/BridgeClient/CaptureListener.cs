using System.Collections.Immutable;
using GrooveGuru.Contracts;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Plugin.Diagnostics;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>Hears what comes down on one capture call and hands it on: to the board, to the parameters and to what waits for a bridge.</summary>
/// <param name="bridgeId">Which bridge process was called.</param>
/// <param name="published">The parameters.</param>
/// <param name="board">The news.</param>
/// <param name="requests">What the user asks for.</param>
internal sealed class CaptureListener(string bridgeId, PublishedValues published, BridgeBoard board, BridgeRequests requests)
    : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<Welcome> _welcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ConnectedBridge? _bridge;
    private bool _isOver;

    /// <summary>The bridge's greeting, when it has come.</summary>
    public Task<Welcome> Welcome => _welcome.Task;

    /// <summary>Whether the user has asked for a report since the last call.</summary>
    public bool TakeAnalysisWish() => requests.TakeAnalysisWish();

    /// <summary>Listens until the call ends. Never throws: how the call ended is its result.</summary>
    public async Task<GrpcStatus> ListenAsync(ICaptureCall call)
    {
        try
        {
            await foreach (CaptureDown message in call.Responses.ConfigureAwait(false))
            {
                Take(message, call);
            }

            return new GrpcStatus(GrpcStatusCode.Ok, "");
        }
        catch (GrpcException error)
        {
            if (error.Code is not (GrpcStatusCode.Unavailable or GrpcStatusCode.Cancelled))
            {
                PluginLog.Write($"the bridge ended the capture: {error.Message}");
            }

            return error.Status;
        }
        catch (OperationCanceledException)
        {
            return new GrpcStatus(GrpcStatusCode.Cancelled, "");
        }
    }

    /// <summary>Ends what was asked over the call's connection.</summary>
    public async ValueTask DisposeAsync()
    {
        ConnectedBridge? ended;
        lock (_gate)
        {
            _isOver = true;
            ended = _bridge;
        }

        if (ended is { } bridge)
        {
            requests.Lost();
            await bridge.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void Take(CaptureDown message, ICaptureCall call)
    {
        switch (message.MessageCase)
        {
            case CaptureDown.MessageOneofCase.Welcome:
                Greet(message.Welcome, call);
                break;
            case CaptureDown.MessageOneofCase.Running:
                published.Take(message.Running);
                board.Change(news => news.HeardSeconds == message.Running.HeardSeconds && news.IsAnalysing == message.Running.Analysing
                    ? news
                    : news with { HeardSeconds = message.Running.HeardSeconds, IsAnalysing = message.Running.Analysing });
                break;
            case CaptureDown.MessageOneofCase.Report:
                Show(message.Report);
                break;
            case CaptureDown.MessageOneofCase.Problem:
                Warn(message.Problem);
                break;
            default:
                break; // Of a newer bridge.
        }
    }

    // Made anew for each attempt: what the user says to it meanwhile is in it, or comes after it.
    private void Show(TrackReport report)
    {
        requests.Take(report);
        TrackReport shown = report;
        board.Change(news => news with { Report = shown = requests.Shown(report) });
        published.Take(shown);
    }

    private void Greet(Welcome welcome, ICaptureCall call)
    {
        if (welcome.ContractVersion == ContractVersion.Current)
        {
            lock (_gate)
            {
                Connect(welcome, call);
            }
        }

        _welcome.TrySetResult(welcome);
    }

    // Nothing where the call has ended already: nobody would end what begins now.
    private void Connect(Welcome welcome, ICaptureCall call)
    {
        if (_isOver || _bridge is not null)
        {
            return;
        }

        _bridge = new ConnectedBridge(call.Calls, bridgeId, welcome.TrackId);
        published.Bridge = Parameters.BridgeState.Connected;
        board.Change(news => news with
        {
            State = Parameters.BridgeState.Connected,
            WhyNotReached = null,
            CaptureProblem = null,
            Services = welcome.Services.ToImmutableHashSet(StringComparer.Ordinal),
            StudioPage = welcome.HasStudioPage ? welcome.StudioPage : null,
        });
        requests.Connected(_bridge);
    }

    // What is wrong with the capture stays wrong; the rest concerns what the user has just asked for.
    private void Warn(Problem problem)
    {
        PluginLog.Write($"the bridge says: {problem.Message}");
        if (problem.Code.StartsWith("capture_", StringComparison.Ordinal))
        {
            board.Change(news => news with { CaptureProblem = problem.Message });
        }
        else
        {
            board.Tell(problem.Message);
        }
    }
}
