using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>The calls over gRPC.</summary>
internal sealed class GrpcBridgeCalls(GrpcConnection connection) : IBridgeCalls
{
    // What a user waits for without believing that something is broken.
    private static readonly GrpcCallOptions Soon = new() { Deadline = TimeSpan.FromSeconds(5) };
    private static readonly GrpcCallOptions AtOnce = new() { Deadline = TimeSpan.FromSeconds(2) };

    /// <inheritdoc/>
    public Task<TrackReport> MarkAsync(MarkRequest request, CancellationToken cancellation)
        => connection.CallAsync(BridgeMethods.MarkRecommendation, request, Soon, cancellation);

    /// <inheritdoc/>
    public Task<Job> StartJobAsync(JobRequest request, CancellationToken cancellation)
        => connection.CallAsync(BridgeMethods.StartJob, request, Soon, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<Job> WatchJobAsync(JobRef request, CancellationToken cancellation)
        => connection.ReadStreamAsync(BridgeMethods.WatchJob, request, null, cancellation);

    /// <inheritdoc/>
    public Task<Job> CancelJobAsync(JobRef request, CancellationToken cancellation)
        => connection.CallAsync(BridgeMethods.CancelJob, request, Soon, cancellation);

    /// <inheritdoc/>
    public Task<BridgeStatus> GetStatusAsync(CancellationToken cancellation)
        => connection.CallAsync(BridgeMethods.GetStatus, new StatusRequest(), AtOnce, cancellation);
}
