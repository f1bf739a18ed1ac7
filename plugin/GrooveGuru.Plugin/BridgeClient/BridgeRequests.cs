using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>
/// What the user asks of the bridge beside the capture. Every call returns at once and works with any bridge or none; what becomes
/// of it stands on the board. [any-thread]
/// </summary>
internal sealed class BridgeRequests(BridgeBoard board)
{
    private readonly MarkKeeper _marks = new(board);
    private readonly JobKeeper _jobs = new(board);
    private ConnectedBridge? _bridge;
    private int _wantsAnalysis;

    /// <summary>What the user has said to recommendations.</summary>
    public MarkKeeper Marks => _marks;

    /// <summary>Asks for a report of what has been heard until now.</summary>
    public void AnalyzeNow()
    {
        if (Bridge is null)
        {
            board.Tell(BridgeWords.NoBridge);
            return;
        }

        Volatile.Write(ref _wantsAnalysis, 1);
    }

    /// <summary>Whether a report was asked for since the last call. [the client's thread]</summary>
    public bool TakeAnalysisWish() => Interlocked.Exchange(ref _wantsAnalysis, 0) == 1;

    /// <summary>What the user says to a recommendation.</summary>
    /// <returns>Whether that changes what is to be saved.</returns>
    public bool Mark(string recommendationId, RecommendationStatus status) => _marks.Set(recommendationId, status, Bridge);

    /// <summary>Starts a job of a service.</summary>
    public void StartJob(string service)
    {
        (JobKind kind, string word) = service switch
        {
            "stems" => (JobKind.Stems, "The stems"),
            "midi" => (JobKind.Midi, "The MIDI notes"),
            _ => (JobKind.Unspecified, ""),
        };
        if (kind == JobKind.Unspecified)
        {
            board.Tell($"This plugin does not know the service \"{service}\". Install plugin and bridge of the same version.");
        }
        else
        {
            _jobs.Start(kind, word, Bridge);
        }
    }

    /// <summary>Ends a job.</summary>
    public void CancelJob(string jobId) => _jobs.Cancel(jobId, Bridge);

    /// <summary>Finds out where the bridge's page is now.</summary>
    /// <param name="open">Gets the address.</param>
    public void FindStudioPage(Action<string> open)
    {
        if (Bridge is not { } bridge || !bridge.TryRun(ended => FindStudioPageAsync(bridge, open, ended)))
        {
            board.Tell(BridgeWords.NoBridge);
        }
    }

    /// <summary>A bridge has greeted. [the client's thread]</summary>
    public void Connected(ConnectedBridge bridge)
    {
        Volatile.Write(ref _wantsAnalysis, 0);
        Volatile.Write(ref _bridge, bridge);
        _jobs.Connected(bridge);
    }

    /// <summary>The connection has ended; all calls over it too. [the client's thread]</summary>
    public void Lost()
    {
        Volatile.Write(ref _bridge, null);
        _jobs.Lost();
    }

    /// <summary>Takes a report of the bridge.</summary>
    public void Take(TrackReport report) => _marks.Take(report, Bridge);

    /// <summary>A report as it is to be shown now: with what the user said to its advice since.</summary>
    public TrackReport Shown(TrackReport report) => _marks.Shown(report);

    private ConnectedBridge? Bridge => Volatile.Read(ref _bridge);

    private async Task FindStudioPageAsync(ConnectedBridge bridge, Action<string> open, CancellationToken ended)
    {
        try
        {
            BridgeStatus status = await bridge.Calls.GetStatusAsync(ended).ConfigureAwait(false);
            if (status.HasStudioPage)
            {
                open(status.StudioPage);
            }
            else
            {
                board.Tell($"The bridge {status.BridgeVersion} has no studio page.");
            }
        }
        catch (GrpcException error)
        {
            board.Tell(BridgeWords.Refused("The studio page was not opened", error));
        }
    }
}
