using System.Globalization;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>The jobs of one track: starts them, follows them over a loss of the connection, and says what became of them.</summary>
internal sealed class JobKeeper(BridgeBoard board)
{
    private const string BridgeEnded = "The bridge ended while this was being made: play the part again, then start it once more.";
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(0.5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, FollowedJob> _followed = new(StringComparer.Ordinal);
    private readonly JobBoard _jobs = new(board);
    private int _started;

    /// <summary>Starts a job, unless one of its kind is under way.</summary>
    /// <param name="kind">What is to be done.</param>
    /// <param name="word">What comes out of it, as a sentence begins: "The stems".</param>
    /// <param name="bridge">The bridge; null where none is connected.</param>
    public void Start(JobKind kind, string word, ConnectedBridge? bridge)
    {
        if (_jobs.UnderWay().Any(job => job.Kind == kind))
        {
            board.Tell($"{word} are being made already: wait until they are ready, or cancel that first.");
            return;
        }

        string id = string.Create(CultureInfo.InvariantCulture, $"job-{Interlocked.Increment(ref _started)}");
        FollowedJob followed = new() { BridgeId = bridge?.BridgeId ?? "" };
        lock (_gate)
        {
            _followed[id] = followed;
        }

        _jobs.Add(new Job { JobId = id, Kind = kind, State = JobState.Queued, Phase = "Asking the bridge" });
        if (bridge is null || !bridge.TryRun(ended => StartAsync(id, followed, kind, word, bridge, ended)))
        {
            Forget(id);
            _jobs.Remove(id);
            board.Tell(BridgeWords.NoBridge);
        }
    }

    /// <summary>Ends a job; one that has ended stays as it is.</summary>
    public void Cancel(string jobId, ConnectedBridge? bridge)
    {
        FollowedJob? followed;
        lock (_gate)
        {
            followed = _followed.GetValueOrDefault(jobId);
            if (followed is not null)
            {
                followed.IsUnwanted = true;
            }
        }

        if (followed is null)
        {
            return;
        }

        if (followed.BridgeId != bridge?.BridgeId || !bridge!.TryRun(ended => CancelAsync(followed, bridge, ended)))
        {
            // Nobody hears it now. It is cancelled when its bridge is back, and has ended with it where it is not.
            board.Tell("The bridge is not connected; this is cancelled as soon as it is back.");
        }

        _jobs.Change(jobId, job => job.Phase = JobBoard.Cancelling);
    }

    /// <summary>A bridge has greeted: jobs that it knows are followed again, others have ended with their bridge.</summary>
    public void Connected(ConnectedBridge bridge)
    {
        foreach ((string id, FollowedJob followed) in Followed())
        {
            if (followed.BridgeId != bridge.BridgeId || followed.BridgeJobId is null)
            {
                End(id, followed.IsUnwanted ? null : BridgeEnded);
            }
            else
            {
                bridge.TryRun(ended => WatchAsync(id, followed, bridge, ended));
            }
        }
    }

    /// <summary>The connection is lost: what is under way may go on without being seen.</summary>
    public void Lost()
    {
        foreach ((string id, _) in Followed())
        {
            _jobs.Change(id, job =>
            {
                job.Phase = "Waiting for the bridge";
                job.ClearEtaSeconds();
            });
        }
    }

    private async Task StartAsync(
        string id, FollowedJob followed, JobKind kind, string word, ConnectedBridge bridge, CancellationToken ended)
    {
        try
        {
            Job started = await bridge.Calls.StartJobAsync(Request(kind, bridge.TrackId), ended).ConfigureAwait(false);
            lock (_gate)
            {
                followed.BridgeJobId = started.JobId;
            }

            _jobs.Show(id, started);
        }
        catch (GrpcException error)
        {
            End(id, BridgeWords.Refused($"{word} were not begun", error));
            return;
        }
        catch (OperationCanceledException)
        {
            End(id, $"{word} were not begun: the connection to the bridge was lost. Start them again when it is back.");
            return;
        }

        await WatchAsync(id, followed, bridge, ended).ConfigureAwait(false);
    }

    // Notes come with a preview to listen to; all else of them is what the bridge does where nothing is asked.
    private static JobRequest Request(JobKind kind, string trackId)
    {
        JobRequest request = new() { Kind = kind, TrackId = trackId };
        if (kind == JobKind.Midi)
        {
            request.Midi = new MidiOptions { Preview = true };
        }

        return request;
    }

    private async Task WatchAsync(string id, FollowedJob followed, ConnectedBridge bridge, CancellationToken ended)
    {
        if (followed.IsUnwanted)
        {
            await CancelAsync(followed, bridge, ended).ConfigureAwait(false);
        }

        while (true)
        {
            try
            {
                await foreach (Job job in bridge.Calls.WatchJobAsync(new JobRef { JobId = followed.BridgeJobId }, ended).ConfigureAwait(false))
                {
                    _jobs.Show(id, job);
                    if (JobBoard.HasEnded(job))
                    {
                        Forget(id);
                        if (job.HasNotice)
                        {
                            board.Tell(job.Notice);
                        }

                        return;
                    }
                }
            }
            catch (GrpcException error) when (error.Code is GrpcStatusCode.Unavailable or GrpcStatusCode.ResourceExhausted)
            {
                // Followed again, here or after the connection is back.
            }
            catch (GrpcException error)
            {
                End(id, BridgeWords.Refused("What became of this is not known", error));
                return;
            }

            await Task.Delay(RetryPause, ended).ConfigureAwait(false);
        }
    }

    private async Task CancelAsync(FollowedJob followed, ConnectedBridge bridge, CancellationToken ended)
    {
        if (followed.BridgeJobId is not { } bridgeJobId)
        {
            return; // when the bridge has named it
        }

        try
        {
            await bridge.Calls.CancelJobAsync(new JobRef { JobId = bridgeJobId }, ended).ConfigureAwait(false);
        }
        catch (GrpcException error)
        {
            board.Tell(BridgeWords.Refused("It could not be cancelled", error));
        }
    }

    private KeyValuePair<string, FollowedJob>[] Followed()
    {
        lock (_gate)
        {
            return [.. _followed];
        }
    }

    private void Forget(string id)
    {
        lock (_gate)
        {
            _followed.Remove(id);
        }
    }

    private void End(string id, string? whyFailed)
    {
        Forget(id);
        _jobs.Change(id, job =>
        {
            (job.State, job.Phase, job.Error) = whyFailed is null
                ? (JobState.Cancelled, "Cancelled", "")
                : (JobState.Failed, "Failed", whyFailed);
            job.ClearEtaSeconds();
        });
    }
}
