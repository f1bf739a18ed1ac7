using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>One job: its state, which watchers can wait on, and its cancel switch.</summary>
internal sealed class JobEntry
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly Job _state;
    private long _workingSince;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A queued job.</summary>
    public JobEntry(string jobId, JobKind kind, string trackId, TimeProvider time)
    {
        _time = time;
        _state = new Job { JobId = jobId, Kind = kind, TrackId = trackId, State = JobState.Queued, Phase = "Waiting" };
    }

    /// <summary>Its cancel switch.</summary>
    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>A copy of its state.</summary>
    public Job Snapshot()
    {
        lock (_gate)
        {
            return _state.Clone();
        }
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => Snapshot().State is JobState.Done or JobState.Failed or JobState.Cancelled;

    /// <summary>Changes its state and wakes the watchers.</summary>
    public void Update(Action<Job> change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            JobState before = _state.State;
            change(_state);
            if (_state.State == JobState.Working && before != JobState.Working)
            {
                _workingSince = _time.GetTimestamp();
            }

            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.TrySetResult();
    }

    /// <summary>Says how far it is; the remaining time follows from it.</summary>
    public void Progress(WorkStep step) => Update(job =>
    {
        double progress = Math.Max(job.Progress, step.Progress);
        (job.Phase, job.Progress) = (step.Phase, progress);
        double elapsed = _time.GetElapsedTime(_workingSince).TotalSeconds;
        if (progress >= 0.02 && elapsed >= 1)
        {
            job.EtaSeconds = elapsed * (1 - progress) / progress;
        }
    });

    /// <summary>Its state now, then after every change (at most ten a second), until it has ended.</summary>
    public async IAsyncEnumerable<Job> WatchAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            Job now;
            lock (_gate)
            {
                changed = _changed.Task;
                now = _state.Clone();
            }

            yield return now;
            if (now.State is JobState.Done or JobState.Failed or JobState.Cancelled)
            {
                yield break;
            }

            await changed.WaitAsync(cancellation).ConfigureAwait(false);
            await Task.Delay(TimeSpan.FromMilliseconds(100), _time, cancellation).ConfigureAwait(false);
        }
    }
}
