using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace GrooveGuru.Contracts.Wire.Client;

/// <summary>A call in which both sides send as they like. One reader; writers take turns.</summary>
/// <typeparam name="TRequest">What this side sends.</typeparam>
/// <typeparam name="TResponse">What the server sends.</typeparam>
public sealed class GrpcDuplexCall<TRequest, TResponse> : IAsyncDisposable
    where TRequest : class, IMessage<TRequest>
    where TResponse : class, IMessage<TResponse>
{
    private readonly GrpcCallLife _life;
    private readonly GrpcRequestStream _requests;
    private readonly Task<HttpResponseMessage> _sending;
    private readonly GrpcResponseReader<TResponse> _responses;
    private readonly CancellationTokenRegistration _ending;
    private int _read;
    private int _disposed;

    internal GrpcDuplexCall(
        GrpcTransport transport, GrpcMethod<TRequest, TResponse> method, GrpcCallOptions? options, CancellationToken cancellation)
    {
        _life = new GrpcCallLife(transport.Peer, options?.Deadline, cancellation);
        _requests = new GrpcRequestStream(transport.Limits.MaxSendBytes);
        _sending = transport.SendAsync(method.Path, _requests, options?.Deadline, _life.Token);
        _responses = new GrpcResponseReader<TResponse>(_sending, method.ResponseParser, transport.Limits, _life);
        _ = FollowSendingAsync();

        // Between reads nobody watches the token, yet the server must hear of it.
        _ending = _life.Token.UnsafeRegister(static call => ((GrpcDuplexCall<TRequest, TResponse>)call!).DropResponse(), this);
    }

    /// <summary>What the server sends, until it ends the call. To be enumerated once.</summary>
    /// <exception cref="GrpcException">Thrown by the enumeration: the call ended with another status than Ok.</exception>
    /// <exception cref="InvalidOperationException">The responses were taken already.</exception>
    public IAsyncEnumerable<TResponse> Responses =>
        Interlocked.Exchange(ref _read, 1) == 0
            ? _responses.ReadAllAsync(CancellationToken.None)
            : throw new InvalidOperationException("The responses of a call are read once.");

    /// <summary>Sends one message at once; does not return before the connection has taken it, so that a slow peer slows the writer.</summary>
    /// <param name="request">The message; it may be changed again when this has returned.</param>
    /// <param name="cancellation">Ends the whole call when it fires after the message has begun, because half a message cannot be taken back.</param>
    /// <exception cref="GrpcException">The call has ended, or the message is larger than may be sent (then the call goes on).</exception>
    /// <exception cref="OperationCanceledException">A token fired, or the call was disposed.</exception>
    /// <exception cref="InvalidOperationException">After <see cref="CompleteAsync"/>.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(TRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellation.ThrowIfCancellationRequested();
        using CancellationTokenRegistration ending = cancellation.CanBeCanceled
            ? cancellation.UnsafeRegister(static life => _ = ((GrpcCallLife)life!).CancelAsync(), _life)
            : default;
        try
        {
            await _requests.WriteAsync(request, _life.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is ObjectDisposedException or not (GrpcException or InvalidOperationException))
        {
            if (cancellation.IsCancellationRequested)
            {
                throw new OperationCanceledException("Writing was cancelled, and the call with it.", error, cancellation);
            }

            throw _responses.Status is { Code: not GrpcStatusCode.Ok } status
                ? new GrpcException(status.Code, status.Detail, error)
                : _life.Translate(error);
        }
    }

    /// <summary>Says that no message follows. The responses go on until the server ends the call.</summary>
    public async Task CompleteAsync()
    {
        try
        {
            await _requests.CompleteAsync(_life.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error)
        {
            throw _life.Translate(error);
        }
    }

    /// <summary>Ends the call; the server is told that it was cancelled unless it had ended before.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _life.CancelAsync().ConfigureAwait(false);
        await ((Task)_sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _ending.DisposeAsync().ConfigureAwait(false);
        DropResponse();
        _requests.Dispose();
        _life.Dispose();
    }

    /// <summary>The only response of a call that sends a stream and takes one.</summary>
    internal Task<TResponse> ReadSingleAsync() => _responses.ReadSingleAsync();

    private void DropResponse()
    {
        if (_sending.IsCompletedSuccessfully)
        {
            _sending.Result.Dispose();
        }
    }

    private async Task FollowSendingAsync()
    {
        try
        {
            await _sending.ConfigureAwait(false);
            if (_life.Token.IsCancellationRequested)
            {
                DropResponse();
            }
        }
#pragma warning disable CA1031 // Handed on to whoever writes.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _requests.Fail(error);
        }
    }
}
