using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>
/// What is asked of the bridge beside the capture, over the same connection. Each single answer has a deadline of its own; all throw
/// <see cref="Contracts.Wire.GrpcException"/> where the bridge refuses or does not answer.
/// </summary>
internal interface IBridgeCalls
{
    /// <summary>Tells what the user says to a recommendation.</summary>
    Task<TrackReport> MarkAsync(MarkRequest request, CancellationToken cancellation);

    /// <summary>Starts a job.</summary>
    Task<Job> StartJobAsync(JobRequest request, CancellationToken cancellation);

    /// <summary>A job's state now, then after every change, until it has ended; without a deadline.</summary>
    IAsyncEnumerable<Job> WatchJobAsync(JobRef request, CancellationToken cancellation);

    /// <summary>Ends a job.</summary>
    Task<Job> CancelJobAsync(JobRef request, CancellationToken cancellation);

    /// <summary>What the bridge is now.</summary>
    Task<BridgeStatus> GetStatusAsync(CancellationToken cancellation);
}
