using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>Finds the bridge by its endpoint file and calls it over gRPC.</summary>
internal sealed class GrpcBridgeGateway : IBridgeGateway
{
    /// <inheritdoc/>
    public BridgeSighting Look()
    {
        if (EndpointLocation.Find(out string? whyNone) is not { } location)
        {
            return new BridgeSighting(EndpointFileStanding.Unreadable, null, whyNone);
        }

        EndpointFileResult read = EndpointFile.Read(location);
        return new BridgeSighting(read.Standing, read.Endpoint, read.Reason);
    }

    /// <inheritdoc/>
    public ICaptureCall Open(BridgeSighting sighting) => new Call(GrpcConnection.Open(sighting.Endpoint!));

    private sealed class Call : ICaptureCall
    {
        private readonly GrpcConnection _connection;
        private readonly GrpcDuplexCall<CaptureUp, CaptureDown> _call;

        public Call(GrpcConnection connection)
        {
            _connection = connection;
            _call = connection.OpenDuplex(BridgeMethods.Capture);
        }

        public IAsyncEnumerable<CaptureDown> Responses => _call.Responses;

        public ValueTask WriteAsync(CaptureUp message, CancellationToken cancellation) => _call.WriteAsync(message, cancellation);

        public Task CompleteAsync() => _call.CompleteAsync();

        public async ValueTask DisposeAsync()
        {
            await _call.DisposeAsync().ConfigureAwait(false);
            await _connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
