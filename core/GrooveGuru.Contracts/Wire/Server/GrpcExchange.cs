using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace GrooveGuru.Contracts.Wire.Server;

/// <summary>The messages of one call, seen from the server.</summary>
internal sealed class GrpcExchange<TRequest, TResponse>(
    GrpcMethod<TRequest, TResponse> method, GrpcServerCall call, GrpcMessageLimits limits)
    where TRequest : class, IMessage<TRequest>
    where TResponse : class, IMessage<TResponse>
{
    private readonly GrpcMessageReader _reader = new(call.Request, limits.MaxReceiveBytes, GrpcStatusCode.Unimplemented);

    /// <summary>The only request.</summary>
    /// <exception cref="GrpcException">UNIMPLEMENTED: there was none, or a second one.</exception>
    public async Task<TRequest> ReadSingleAsync()
    {
        CancellationToken cancellation = call.Context.CancellationToken;
        TRequest request = await ReadAsync(cancellation).ConfigureAwait(false)
            ?? throw new GrpcException(GrpcStatusCode.Unimplemented, $"{method.Path} takes one request; none came.");
        return await ReadAsync(cancellation).ConfigureAwait(false) is null
            ? request
            : throw new GrpcException(GrpcStatusCode.Unimplemented, $"{method.Path} takes one request; a second one came.");
    }

    /// <summary>Every request, as they come, until the client has sent its last. To be read once.</summary>
    public async IAsyncEnumerable<TRequest> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        CancellationToken ofCall = call.Context.CancellationToken;
        using CancellationTokenSource? both = cancellation.CanBeCanceled && cancellation != ofCall
            ? CancellationTokenSource.CreateLinkedTokenSource(cancellation, ofCall)
            : null;
        CancellationToken token = both?.Token ?? ofCall;
        while (await ReadAsync(token).ConfigureAwait(false) is { } request)
        {
            yield return request;
        }
    }

    /// <summary>Puts the only response into the pipe; it goes out together with the trailers.</summary>
    public void WriteLast(TResponse response) => GrpcFrameBuffer.Write(call.Response, response, limits.MaxSendBytes);

    /// <summary>Sends every response as soon as it is there.</summary>
    public async Task WriteAllAsync(IAsyncEnumerable<TResponse> responses)
    {
        await foreach (TResponse response in
            responses.WithCancellation(call.Context.CancellationToken).ConfigureAwait(false))
        {
            GrpcFrameBuffer.Write(call.Response, response, limits.MaxSendBytes);
            FlushResult flushed = await call.Response.FlushAsync(call.TransportToken).ConfigureAwait(false);
            if (flushed.IsCompleted || flushed.IsCanceled)
            {
                await call.LoseClientAsync().ConfigureAwait(false);
                throw new OperationCanceledException("The client ended the call.", call.Context.CancellationToken);
            }
        }
    }

    private async ValueTask<TRequest?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return await _reader.ReadAsync(method.RequestParser, cancellation).ConfigureAwait(false);
        }
        catch (IOException cause)
        {
            await call.LoseClientAsync().ConfigureAwait(false);
            throw new OperationCanceledException("The client ended the call.", cause, call.Context.CancellationToken);
        }
    }
}
