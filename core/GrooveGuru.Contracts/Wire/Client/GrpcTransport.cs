using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using GrooveGuru.Contracts.Endpoint;

namespace GrooveGuru.Contracts.Wire.Client;

/// <summary>HTTP/2 without TLS to one bridge, over its Unix domain socket or its loopback port.</summary>
internal sealed class GrpcTransport : IDisposable
{
    private readonly BridgeEndpoint _endpoint;
    private readonly Uri _authority;
    private readonly AuthenticationHeaderValue? _authorization;
    private readonly HttpMessageInvoker _invoker;

    public GrpcTransport(BridgeEndpoint endpoint, GrpcMessageLimits limits, GrpcKeepAlive keepAlive)
    {
        _endpoint = endpoint;
        Limits = limits;
        Peer = endpoint.SocketPath ?? $"127.0.0.1:{endpoint.TcpPort}";
        _authority = new Uri(endpoint.TcpPort is { } port ? $"http://127.0.0.1:{port}" : "http://localhost");
        _authorization = endpoint.Token.Length > 0 ? new AuthenticationHeaderValue("Bearer", endpoint.Token) : null;
        _invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = ConnectAsync,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
            EnableMultipleHttp2Connections = true,

            // A killed peer is seen at once; these find one that stands still.
            KeepAlivePingDelay = keepAlive.Delay,
            KeepAlivePingTimeout = keepAlive.Timeout,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        });
    }

    /// <summary>How large messages may be.</summary>
    public GrpcMessageLimits Limits { get; }

    /// <summary>The other side's address, for messages.</summary>
    public string Peer { get; }

    /// <summary>Begins a call.</summary>
    /// <returns>The response as soon as its headers are there; the body may still be to come on both sides.</returns>
    public async Task<HttpResponseMessage> SendAsync(
        string path, HttpContent content, TimeSpan? deadline, CancellationToken cancellation)
    {
        // Not disposed: that would dispose the content, which the call goes on writing.
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_authority, path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        request.Headers.Authorization = _authorization;
        request.Headers.TryAddWithoutValidation(GrpcHeaders.AcceptEncoding, GrpcHeaders.Identity);
        if (deadline is { } time)
        {
            request.Headers.TryAddWithoutValidation(GrpcHeaders.Timeout, GrpcTimeout.Format(time));
        }

        return await _invoker.SendAsync(request, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _invoker.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        if (_endpoint.SocketPath is { } path)
        {
            try
            {
                return await ConnectAsync(
                    new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified),
                    new UnixDomainSocketEndPoint(path),
                    cancellation).ConfigureAwait(false);
            }
            catch (SocketException) when (_endpoint.TcpPort is not null)
            {
                return await ConnectLoopbackAsync(cancellation).ConfigureAwait(false);
            }
        }

        return await ConnectLoopbackAsync(cancellation).ConfigureAwait(false);
    }

    private Task<Stream> ConnectLoopbackAsync(CancellationToken cancellation) => ConnectAsync(
        new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true },
        new IPEndPoint(IPAddress.Loopback, _endpoint.TcpPort ?? 0),
        cancellation);

    private static async Task<Stream> ConnectAsync(Socket socket, EndPoint address, CancellationToken cancellation)
    {
        try
        {
            await socket.ConnectAsync(address, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
