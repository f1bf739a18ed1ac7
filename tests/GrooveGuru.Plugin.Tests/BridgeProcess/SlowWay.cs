using System.Net.Sockets;
using GrooveGuru.Contracts.Endpoint;

namespace GrooveGuru.Plugin.Tests.BridgeProcess;

/// <summary>A way to a bridge on which everything takes its time, in both directions.</summary>
internal sealed class SlowWay : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _over = new();
    private readonly BridgeEndpoint _bridge;
    private readonly TimeSpan _delay;

    /// <summary>Announces itself in the bridge's place.</summary>
    /// <param name="bridge">Where the bridge is.</param>
    /// <param name="own">Where this is.</param>
    /// <param name="delay">Between what goes in and what comes out.</param>
    public SlowWay(EndpointLocation bridge, EndpointLocation own, TimeSpan delay)
    {
        _bridge = EndpointFile.Read(bridge).Endpoint!;
        _delay = delay;
        EndpointFile.PrepareFolder(own);
        _listener.Bind(new UnixDomainSocketEndPoint(own.SocketPath!));
        _listener.Listen();
        EndpointFile.Write(own, _bridge with { SocketPath = own.SocketPath, TcpPort = null });
        _ = TakeAsync();
    }

    public void Dispose()
    {
        _over.Cancel();
        _listener.Dispose();
        _over.Dispose();
    }

    private async Task TakeAsync()
    {
        CancellationToken over = _over.Token;
        try
        {
            while (true)
            {
                Socket near = await _listener.AcceptAsync(over);
                Socket far = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await far.ConnectAsync(new UnixDomainSocketEndPoint(_bridge.SocketPath!), over);
                _ = PassAsync(near, far, over);
                _ = PassAsync(far, near, over);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // the end of the test
        }
    }

    // What has come waits in a line, so that the delay is the same for each byte and takes nothing from the rate.
    private async Task PassAsync(Socket from, Socket to, CancellationToken over)
    {
        Task last = Task.CompletedTask;
        try
        {
            while (true)
            {
                byte[] buffer = new byte[64 * 1024];
                int count = await from.ReceiveAsync(buffer, over);
                last = DeliverAsync(last, buffer.AsMemory(0, count));
                if (count == 0)
                {
                    await last;
                    return;
                }
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            to.Dispose();
        }

        async Task DeliverAsync(Task before, ReadOnlyMemory<byte> part)
        {
            await Task.WhenAll(before, Task.Delay(_delay, over));
            if (part.IsEmpty)
            {
                to.Shutdown(SocketShutdown.Send);
            }

            while (!part.IsEmpty)
            {
                part = part[await to.SendAsync(part, over)..];
            }
        }
    }
}
