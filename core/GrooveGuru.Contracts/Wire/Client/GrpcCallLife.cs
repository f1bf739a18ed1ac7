using System.Net;
using System.Net.Sockets;

namespace GrooveGuru.Contracts.Wire.Client;

/// <summary>Everything that can end a call on this side, and what each end is called.</summary>
internal sealed class GrpcCallLife : IDisposable
{
    // What a timer can hold; a longer deadline is as good as none.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _deadline = new();
    private readonly CancellationTokenSource _ended;
    private readonly string _peer;

    public GrpcCallLife(string peer, TimeSpan? deadline, CancellationToken caller)
    {
        caller.ThrowIfCancellationRequested();
        _peer = peer;
        _caller = caller;
        if (deadline is { } time && time < LongestTimer)
        {
            _deadline.CancelAfter(time > TimeSpan.Zero ? time : TimeSpan.Zero);
        }

        _ended = CancellationTokenSource.CreateLinkedTokenSource(caller, _deadline.Token);
        Token = _ended.Token;
    }

    /// <summary>Fires when the call is to end, for whatever reason.</summary>
    public CancellationToken Token { get; }

    /// <summary>Ends the call.</summary>
    public Task CancelAsync() => _ended.CancelAsync();

    /// <summary>What an error of the transport means to the caller.</summary>
    public Exception Translate(Exception error)
    {
        if (error is GrpcException)
        {
            return error;
        }

        if (_caller.IsCancellationRequested)
        {
            return new OperationCanceledException("The call was cancelled.", error, _caller);
        }

        if (_deadline.IsCancellationRequested)
        {
            return new GrpcException(GrpcStatusCode.DeadlineExceeded, $"{_peer} did not answer in time.", error);
        }

        if (_ended.IsCancellationRequested)
        {
            return new OperationCanceledException("The call was ended on this side.", error);
        }

        return Find<HttpProtocolException>(error) is { } reset ? OfReset(reset, error)
            : Find<SocketException>(error) is { } socket && error is HttpRequestException
                ? Unavailable($"No answer at {_peer} ({socket.SocketErrorCode}). Is the bridge running?", error)
            : error is HttpRequestException { HttpRequestError: HttpRequestError.VersionNegotiationError }
                ? Unavailable($"What answers at {_peer} does not speak HTTP/2. Is it the bridge?", error)
            : error is OperationCanceledException
                ? Unavailable($"{_peer} ended the call before all was sent.", error)
            : error is IOException or HttpRequestException or SocketException or ObjectDisposedException
                ? Unavailable($"The connection to {_peer} was lost.", error)
            : error;
    }

    /// <summary>What an HTTP status without a gRPC status means.</summary>
    /// <remarks>The gRPC project's "HTTP to gRPC Status Code Mapping".</remarks>
    public GrpcException OfHttpStatus(HttpStatusCode status)
    {
        GrpcStatusCode code = status switch
        {
            HttpStatusCode.BadRequest => GrpcStatusCode.Internal,
            HttpStatusCode.Unauthorized => GrpcStatusCode.Unauthenticated,
            HttpStatusCode.Forbidden => GrpcStatusCode.PermissionDenied,
            HttpStatusCode.NotFound => GrpcStatusCode.Unimplemented,
            HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout => GrpcStatusCode.Unavailable,
            _ => GrpcStatusCode.Unknown,
        };
        return new GrpcException(code, $"{_peer} answered with HTTP {(int)status} instead of gRPC.");
    }

    public void Dispose()
    {
        _ended.Dispose();
        _deadline.Dispose();
    }

    /// <summary>A stream that was reset, or a connection that was told to go away.</summary>
    /// <remarks>
    /// The gRPC project's table, but for NO_ERROR, PROTOCOL_ERROR and INTERNAL_ERROR: a server that is going down resets with
    /// these, and to a client which only wants to know whether to try again that is UNAVAILABLE.
    /// </remarks>
    private GrpcException OfReset(HttpProtocolException reset, Exception error) => reset.ErrorCode switch
    {
        0x0 or 0x1 or 0x2 or 0x7 => Unavailable($"The connection to {_peer} was lost: it ended the call.", error),
        0x8 => new GrpcException(GrpcStatusCode.Cancelled, $"{_peer} cancelled the call.", error),
        0xb => new GrpcException(GrpcStatusCode.ResourceExhausted, $"{_peer} is asked too often; try again later.", error),
        _ => new GrpcException(GrpcStatusCode.Internal, $"{_peer} ended the call with HTTP/2 error {reset.ErrorCode}.", error),
    };

    private static GrpcException Unavailable(string detail, Exception cause) => new(GrpcStatusCode.Unavailable, detail, cause);

    private static T? Find<T>(Exception error)
        where T : Exception
    {
        for (Exception? at = error; at is not null; at = at.InnerException)
        {
            if (at is T found)
            {
                return found;
            }
        }

        return null;
    }
}
