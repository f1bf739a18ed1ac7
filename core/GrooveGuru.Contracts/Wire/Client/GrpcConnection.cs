using System.Runtime.CompilerServices;
using Google.Protobuf;
using GrooveGuru.Contracts.Endpoint;

namespace GrooveGuru.Contracts.Wire.Client;

/// <summary>Calls one bridge. Connects with the first call and again after a loss; usable from many threads.</summary>
public sealed class GrpcConnection : IAsyncDisposable
{
    private readonly GrpcTransport _transport;

    private GrpcConnection(GrpcTransport transport) => _transport = transport;

    /// <summary>The other side's address, for messages.</summary>
    public string Peer => _transport.Peer;

    /// <summary>A connection to one bridge; nothing is sent before the first call.</summary>
    /// <param name="endpoint">Where it is; with both addresses the socket is tried first.</param>
    /// <param name="limits">How large messages may be; null is 4 MiB each way.</param>
    /// <param name="keepAlive">How soon a bridge that stands still is found out; null is patient.</param>
    /// <exception cref="ArgumentException">The endpoint has no address.</exception>
    public static GrpcConnection Open(BridgeEndpoint endpoint, GrpcMessageLimits? limits = null, GrpcKeepAlive? keepAlive = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.SocketPath is null && endpoint.TcpPort is null
            ? throw new ArgumentException("The endpoint has neither a socket nor a port.", nameof(endpoint))
            : new GrpcConnection(new GrpcTransport(endpoint, limits ?? GrpcMessageLimits.Default, keepAlive ?? GrpcKeepAlive.Patient));
    }

    /// <summary>Sends one request and waits for its response.</summary>
    /// <exception cref="GrpcException">The call ended with another status than Ok, or the bridge does not answer (UNAVAILABLE).</exception>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method,
        TRequest request,
        GrpcCallOptions? options = null,
        CancellationToken cancellation = default)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        RequireKind(method, GrpcMethodKind.Unary);
        using var life = new GrpcCallLife(Peer, options?.Deadline, cancellation);
        Task<HttpResponseMessage> sending = SendOne(method, request, options, life);
        try
        {
            return await new GrpcResponseReader<TResponse>(sending, method.ResponseParser, _transport.Limits, life)
                .ReadSingleAsync().ConfigureAwait(false);
        }
        finally
        {
            await EndAsync(sending, life).ConfigureAwait(false);
        }
    }

    /// <summary>Sends one request and reads a stream of responses; leaving the loop early cancels the call.</summary>
    /// <exception cref="GrpcException">Thrown by the enumeration, as by <see cref="CallAsync"/>.</exception>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public IAsyncEnumerable<TResponse> ReadStreamAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method,
        TRequest request,
        GrpcCallOptions? options = null,
        CancellationToken cancellation = default)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        RequireKind(method, GrpcMethodKind.ServerStreaming);
        ArgumentNullException.ThrowIfNull(request);
        return ReadStreamCoreAsync(method, request, options, cancellation);
    }

    /// <summary>Sends a stream of requests and waits for the one response, which may come before the last request.</summary>
    /// <param name="method">A client streaming method.</param>
    /// <param name="requests">The requests; an exception of theirs cancels the call and comes through as it is.</param>
    /// <param name="options">What this call has of its own.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="GrpcException">As <see cref="CallAsync"/>.</exception>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public async Task<TResponse> WriteStreamAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method,
        IAsyncEnumerable<TRequest> requests,
        GrpcCallOptions? options = null,
        CancellationToken cancellation = default)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        RequireKind(method, GrpcMethodKind.ClientStreaming);
        ArgumentNullException.ThrowIfNull(requests);
        await using var call = new GrpcDuplexCall<TRequest, TResponse>(_transport, method, options, cancellation);
        using var answered = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task writing = WriteAllAsync(call, requests, answered.Token);
        try
        {
            Task<TResponse> reading = call.ReadSingleAsync();
            if (await Task.WhenAny(reading, writing).ConfigureAwait(false) == writing && !writing.IsCompletedSuccessfully)
            {
                await PreferStatusAsync(writing, reading, call).ConfigureAwait(false);
            }

            return await reading.ConfigureAwait(false);
        }
        finally
        {
            await answered.CancelAsync().ConfigureAwait(false);
            await call.DisposeAsync().ConfigureAwait(false);
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Opens a call in which both sides send as they like.</summary>
    /// <param name="method">A duplex method.</param>
    /// <param name="options">What this call has of its own.</param>
    /// <param name="cancellation">Ends the call at any time.</param>
    /// <returns>The call; it connects in the background, so a missing bridge shows in the first write or response.</returns>
    public GrpcDuplexCall<TRequest, TResponse> OpenDuplex<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, GrpcCallOptions? options = null, CancellationToken cancellation = default)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        RequireKind(method, GrpcMethodKind.DuplexStreaming);
        return new GrpcDuplexCall<TRequest, TResponse>(_transport, method, options, cancellation);
    }

    /// <summary>Closes the connection; calls that still run end with an error.</summary>
    public ValueTask DisposeAsync()
    {
        _transport.Dispose();
        return ValueTask.CompletedTask;
    }

    private async IAsyncEnumerable<TResponse> ReadStreamCoreAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method,
        TRequest request,
        GrpcCallOptions? options,
        [EnumeratorCancellation] CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        using var life = new GrpcCallLife(Peer, options?.Deadline, cancellation);
        Task<HttpResponseMessage> sending = SendOne(method, request, options, life);
        try
        {
            var reader = new GrpcResponseReader<TResponse>(sending, method.ResponseParser, _transport.Limits, life);
            await foreach (TResponse response in reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return response;
            }
        }
        finally
        {
            await EndAsync(sending, life).ConfigureAwait(false);
        }
    }

    private Task<HttpResponseMessage> SendOne<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, TRequest request, GrpcCallOptions? options, GrpcCallLife life)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        ArgumentNullException.ThrowIfNull(request);
        ReadOnlyMemory<byte> frame = new GrpcFrameBuffer(_transport.Limits.MaxSendBytes).Frame(request);
        var content = new ReadOnlyMemoryContent(frame);
        content.Headers.ContentType = GrpcContentType.Value;
        return _transport.SendAsync(method.Path, content, options?.Deadline, life.Token);
    }

    private static async Task EndAsync(Task<HttpResponseMessage> sending, GrpcCallLife life)
    {
        await life.CancelAsync().ConfigureAwait(false);
        await ((Task)sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (sending.IsCompletedSuccessfully)
        {
            sending.Result.Dispose();
        }
    }

    private static async Task WriteAllAsync<TRequest, TResponse>(
        GrpcDuplexCall<TRequest, TResponse> call, IAsyncEnumerable<TRequest> requests, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        await foreach (TRequest request in requests.WithCancellation(cancellation).ConfigureAwait(false))
        {
            await call.WriteAsync(request, CancellationToken.None).ConfigureAwait(false);
        }

        await call.CompleteAsync().ConfigureAwait(false);
    }

    /// <summary>Writing failed: because the server has ended the call, or because the requests themselves threw.</summary>
    private static async Task PreferStatusAsync<TRequest, TResponse>(
        Task writing, Task<TResponse> reading, GrpcDuplexCall<TRequest, TResponse> call)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        bool tooLarge = writing.Exception?.InnerException is GrpcException { Code: GrpcStatusCode.ResourceExhausted };
        if (writing.Exception?.InnerException is GrpcException && !tooLarge)
        {
            // The server's own words are on their way, or the connection is lost and reading ends too.
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        await call.DisposeAsync().ConfigureAwait(false);
        await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await writing.ConfigureAwait(false);
    }

    private static void RequireKind<TRequest, TResponse>(GrpcMethod<TRequest, TResponse> method, GrpcMethodKind kind)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        ArgumentNullException.ThrowIfNull(method);
        if (method.Kind != kind)
        {
            throw new ArgumentException($"{method.Path} is {method.Kind}, not {kind}.", nameof(method));
        }
    }
}
