using Google.Protobuf;

namespace GrooveGuru.Contracts.Wire.Server;

/// <summary>The methods that a server answers and how; it knows nothing of the HTTP/2 server that carries it.</summary>
/// <remarks>Fill it before the server starts; afterwards it is read from many threads.</remarks>
public sealed class GrpcServiceTable
{
    private readonly Dictionary<string, GrpcServiceMethod> _methods = new(StringComparer.Ordinal);

    /// <summary>How large messages may be.</summary>
    public GrpcMessageLimits Limits { get; init; } = GrpcMessageLimits.Default;

    /// <summary>Gives the product's own errors their status; null means that the error is not known.</summary>
    public Func<Exception, GrpcStatus?>? MapException { get; init; }

    /// <summary>Told of every error that is not known; the client only reads that the call failed.</summary>
    public Action<GrpcServerContext, Exception>? UnhandledException { get; init; }

    /// <summary>The services that have at least one method here.</summary>
    public IReadOnlyCollection<string> Services => _methods.Values.Select(method => method.Service).ToHashSet();

    /// <summary>Answers one request with one response.</summary>
    public void AddUnary<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, Func<TRequest, GrpcServerContext, Task<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        ArgumentNullException.ThrowIfNull(handler);
        Add(method, GrpcMethodKind.Unary, async (exchange, context) =>
        {
            TRequest request = await exchange.ReadSingleAsync().ConfigureAwait(false);
            exchange.WriteLast(await handler(request, context).ConfigureAwait(false));
        });
    }

    /// <summary>Answers one request with a stream.</summary>
    public void AddServerStreaming<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, Func<TRequest, GrpcServerContext, IAsyncEnumerable<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        ArgumentNullException.ThrowIfNull(handler);
        Add(method, GrpcMethodKind.ServerStreaming, async (exchange, context) =>
        {
            TRequest request = await exchange.ReadSingleAsync().ConfigureAwait(false);
            await exchange.WriteAllAsync(handler(request, context)).ConfigureAwait(false);
        });
    }

    /// <summary>Answers a stream with one response, which may come before the stream has ended.</summary>
    public void AddClientStreaming<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, Func<IAsyncEnumerable<TRequest>, GrpcServerContext, Task<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        ArgumentNullException.ThrowIfNull(handler);
        Add(method, GrpcMethodKind.ClientStreaming, async (exchange, context) =>
            exchange.WriteLast(await handler(exchange.ReadAllAsync(), context).ConfigureAwait(false)));
    }

    /// <summary>Answers a stream with a stream.</summary>
    public void AddDuplex<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method,
        Func<IAsyncEnumerable<TRequest>, GrpcServerContext, IAsyncEnumerable<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        ArgumentNullException.ThrowIfNull(handler);
        Add(method, GrpcMethodKind.DuplexStreaming, (exchange, context) =>
            exchange.WriteAllAsync(handler(exchange.ReadAllAsync(), context)));
    }

    /// <summary>The method at a path.</summary>
    /// <returns>The method; null when this server has none there.</returns>
    public GrpcServiceMethod? Find(string path) => _methods.GetValueOrDefault(path);

    /// <summary>Runs one call to its end.</summary>
    /// <param name="method">A method of this table.</param>
    /// <param name="call">The call.</param>
    /// <returns>The status for the trailers. No exception of a handler comes through.</returns>
    public async Task<GrpcStatus> RunAsync(GrpcServiceMethod method, GrpcServerCall call)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            await method.Handler(call, Limits).ConfigureAwait(false);
            return GrpcStatus.Ok;
        }
        catch (GrpcException error)
        {
            return error.Status;
        }
        catch (OperationCanceledException) when (call.Context.CancellationToken.IsCancellationRequested)
        {
            return call.CancellationStatus;
        }
#pragma warning disable CA1031 // Whatever a handler throws becomes a status; the hook sees all of it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            if (MapException?.Invoke(error) is { } known)
            {
                return known;
            }

            UnhandledException?.Invoke(call.Context, error);
            return new GrpcStatus(GrpcStatusCode.Internal, "The call failed inside the server; its log says why.");
        }
    }

    private void Add<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method,
        GrpcMethodKind kind,
        Func<GrpcExchange<TRequest, TResponse>, GrpcServerContext, Task> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        ArgumentNullException.ThrowIfNull(method);
        if (method.Kind != kind)
        {
            throw new ArgumentException($"{method.Path} is {method.Kind}, not {kind}.", nameof(method));
        }

        var entry = new GrpcServiceMethod(
            method.Service,
            method.Path,
            kind,
            (call, limits) => handler(new GrpcExchange<TRequest, TResponse>(method, call, limits), call.Context));
        if (!_methods.TryAdd(method.Path, entry))
        {
            throw new ArgumentException($"{method.Path} has a handler already.", nameof(method));
        }
    }
}
