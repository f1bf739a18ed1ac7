using GrooveGuru.Plugin.Diagnostics;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>A bridge that has greeted: what is asked of it runs in the background and ends with the connection.</summary>
/// <param name="calls">How it is asked.</param>
/// <param name="bridgeId">Which bridge process it is: another one knows nothing of this one's jobs.</param>
/// <param name="trackId">What it calls this instance's track.</param>
internal sealed class ConnectedBridge(IBridgeCalls calls, string bridgeId, string trackId) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly List<Task> _running = [];
    private bool _isOver;

    /// <summary>How it is asked.</summary>
    public IBridgeCalls Calls => calls;

    /// <summary>Which bridge process it is.</summary>
    public string BridgeId => bridgeId;

    /// <summary>What it calls this instance's track.</summary>
    public string TrackId => trackId;

    /// <summary>Runs work until it is done or the connection ends.</summary>
    /// <param name="work">Gets a token that fires at the end of the connection.</param>
    /// <returns>False, with nothing run, where the connection has ended.</returns>
    public bool TryRun(Func<CancellationToken, Task> work)
    {
        lock (_gate)
        {
            if (_isOver)
            {
                return false;
            }

            CancellationToken ended = _ended.Token;
            _running.RemoveAll(task => task.IsCompleted);
            _running.Add(Task.Run(() => RunAsync(work, ended), CancellationToken.None));
            return true;
        }
    }

    /// <summary>Ends all work and waits until it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] running;
        lock (_gate)
        {
            _isOver = true;
            running = [.. _running];
        }

        await _ended.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(running).ConfigureAwait(false);
        _ended.Dispose();
    }

    private static async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken ended)
    {
        try
        {
            await work(ended).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The connection has ended; whoever began the work hears of that by itself.
        }
        catch (Exception error)
        {
            Faults.Report(error, "a call to the bridge");
        }
    }
}
