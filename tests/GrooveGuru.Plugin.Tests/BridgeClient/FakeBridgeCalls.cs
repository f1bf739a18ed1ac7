using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Plugin.BridgeClient;

namespace GrooveGuru.Plugin.Tests.BridgeClient;

/// <summary>What a bridge in memory answers to single calls.</summary>
internal sealed class FakeBridgeCalls : IBridgeCalls
{
    private readonly ConcurrentDictionary<string, Channel<Job>> _jobs = new();
    private int _nextJob = 1;

    /// <summary>Thrown by every call; null answers.</summary>
    public GrpcException? Failure { get; set; }

    /// <summary>Whether a call is taken and never answered.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Each call takes one before it is answered; null answers at once.</summary>
    public SemaphoreSlim? Hold { get; set; }

    public string? StudioPage { get; set; }

    public ConcurrentQueue<MarkRequest> Marks { get; } = new();

    public ConcurrentQueue<JobRequest> Started { get; } = new();

    public ConcurrentQueue<string> Cancelled { get; } = new();

    public ConcurrentQueue<string> Watched { get; } = new();

    public async Task<TrackReport> MarkAsync(MarkRequest request, CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        Marks.Enqueue(request);
        return new TrackReport();
    }

    public async Task<Job> StartJobAsync(JobRequest request, CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        Started.Enqueue(request);
        Job job = new() { JobId = $"job-{_nextJob++}", Kind = request.Kind, TrackId = request.TrackId, State = JobState.Queued, Phase = "Waiting" };
        _jobs[job.JobId] = Channel.CreateUnbounded<Job>();
        Say(job);
        return job;
    }

    public async IAsyncEnumerable<Job> WatchJobAsync(JobRef request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        Watched.Enqueue(request.JobId);
        await foreach (Job job in _jobs[request.JobId].Reader.ReadAllAsync(cancellation))
        {
            yield return job;
        }
    }

    public async Task<Job> CancelJobAsync(JobRef request, CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        Cancelled.Enqueue(request.JobId);
        return new Job();
    }

    public async Task<BridgeStatus> GetStatusAsync(CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        BridgeStatus status = new() { BridgeVersion = "7.8.9" };
        if (StudioPage is { } page)
        {
            status.StudioPage = page;
        }

        return status;
    }

    public void Say(Job job) => _jobs[job.JobId].Writer.TryWrite(job.Clone());

    public void Die() => Failure = new GrpcException(GrpcStatusCode.Unavailable, "gone");

    /// <summary>Answers again; jobs go on where the process is the same, and nobody follows them yet.</summary>
    public void Rise()
    {
        Failure = null;
        _nextJob = 1;
        foreach (string job in _jobs.Keys)
        {
            _jobs[job] = Channel.CreateUnbounded<Job>();
        }
    }

    private async Task AnswerAsync(CancellationToken cancellation)
    {
        if (IsSilent)
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }

        if (Hold is { } hold)
        {
            await hold.WaitAsync(cancellation);
        }

        if (Failure is { } failure)
        {
            throw failure;
        }
    }
}
