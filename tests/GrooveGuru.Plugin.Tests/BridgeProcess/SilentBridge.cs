using System.Net.Sockets;
using GrooveGuru.Contracts;
using GrooveGuru.Contracts.Endpoint;

namespace GrooveGuru.Plugin.Tests.BridgeProcess;

/// <summary>Something that announces itself as a bridge, takes every connection and never says a word.</summary>
internal sealed class SilentBridge : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly List<Socket> _taken = [];

    public SilentBridge(EndpointLocation location)
    {
        EndpointFile.PrepareFolder(location);
        _listener.Bind(new UnixDomainSocketEndPoint(location.SocketPath!));
        _listener.Listen();
        EndpointFile.Write(
            location,
            new BridgeEndpoint(ContractVersion.Current, Environment.ProcessId, location.SocketPath, null, EndpointToken.Create()));
        _ = TakeAsync();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _taken.ForEach(socket => socket.Dispose());
    }

    private async Task TakeAsync()
    {
        try
        {
            while (true)
            {
                _taken.Add(await _listener.AcceptAsync());
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // the end of the test
        }
    }
}
