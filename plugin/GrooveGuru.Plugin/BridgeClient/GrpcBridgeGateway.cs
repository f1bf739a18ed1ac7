using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>Finds the bridge by its endpoint file and calls it over gRPC.</summary>
/// <param name="chosen">Where the file is; null for the place of the user who runs this process.</param>
/// <param name="keepAlive">How soon a bridge that stands still is given up; null for <see cref="GrpcKeepAlive.Watchful"/>.</param>
internal sealed class GrpcBridgeGateway(EndpointLocation? chosen = null, GrpcKeepAlive? keepAlive = null) : IBridgeGateway
{
    /// <inheritdoc/>
    public BridgeSighting Look()
    {
        string? whyNone = null;
        if ((chosen ?? EndpointLocation.Find(out whyNone)) is not { } location)
        {
            return new BridgeSighting(EndpointFileStanding.Unreadable, null, whyNone);
        }

        EndpointFileResult read = EndpointFile.Read(location);
        return new BridgeSighting(read.Standing, read.Endpoint, read.Reason);
    }

    /// <inheritdoc/>
    public ICaptureCall Open(BridgeSighting sighting)
        => new Call(GrpcConnection.Open(sighting.Endpoint!, limits: null, keepAlive ?? GrpcKeepAlive.Watchful));

    private sealed class Call : ICaptureCall
    {
        private readonly GrpcConnection _connection;
        private readonly GrpcDuplexCall<CaptureUp, CaptureDown> _call;

        public Call(GrpcConnection connection)
        {
            _connection = connection;
            _call = connection.OpenDuplex(BridgeMethods.Capture);
            Calls = new GrpcBridgeCalls(connection);
        }

        public IBridgeCalls Calls { get; }

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
