using System.IO.Pipelines;

namespace GrooveGuru.Contracts.Wire.Server;

/// <summary>One call as the HTTP/2 server hands it over: its bytes, and everything that can end it.</summary>
public sealed class GrpcServerCall : IDisposable
{
    // What a timer can hold; a longer deadline is as good as none.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    private readonly CancellationToken _clientGone;
    private readonly CancellationTokenSource _deadline = new();
    private readonly CancellationTokenSource _transport;
    private readonly CancellationTokenSource _handler;
    private volatile bool _lost;

    /// <summary>Takes over one call; its time runs from now.</summary>
    /// <param name="path">The path, "/service/name".</param>
    /// <param name="peer">Who calls, for the log.</param>
    /// <param name="request">The request's body.</param>
    /// <param name="response">The response's body; trailers are the caller's part.</param>
    /// <param name="timeout">What "grpc-timeout" said; null without it.</param>
    /// <param name="clientGone">Fires when the client has reset the stream or its connection is lost.</param>
    /// <param name="serverStopping">Fires when the server wants to end.</param>
    public GrpcServerCall(
        string path,
        string peer,
        PipeReader request,
        PipeWriter response,
        TimeSpan? timeout,
        CancellationToken clientGone,
        CancellationToken serverStopping)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(response);
        Request = request;
        Response = response;
        _clientGone = clientGone;
        DateTimeOffset? deadline = null;
        if (timeout is { } time && time < LongestTimer)
        {
            deadline = DateTimeOffset.UtcNow + time;
            _deadline.CancelAfter(time);
        }

        _transport = CancellationTokenSource.CreateLinkedTokenSource(clientGone, _deadline.Token);
        _handler = CancellationTokenSource.CreateLinkedTokenSource(_transport.Token, serverStopping);
        TransportToken = _transport.Token;
        Context = new GrpcServerContext(path, peer, deadline, _handler.Token);
    }

    /// <summary>The request's body.</summary>
    public PipeReader Request { get; }

    /// <summary>The response's body.</summary>
    public PipeWriter Response { get; }

    /// <summary>What the handler sees.</summary>
    public GrpcServerContext Context { get; }

    /// <summary>Fires when an answer would reach nobody: client gone or deadline passed.</summary>
    internal CancellationToken TransportToken { get; }

    /// <summary>Why the call was cancelled, as a status.</summary>
    internal GrpcStatus CancellationStatus =>
        _lost || _clientGone.IsCancellationRequested ? new GrpcStatus(GrpcStatusCode.Cancelled, "The client ended the call.")
        : _deadline.IsCancellationRequested ? new GrpcStatus(GrpcStatusCode.DeadlineExceeded, "The call took longer than its deadline.")
        : new GrpcStatus(GrpcStatusCode.Unavailable, "The server is stopping; try again when it is back.");

    /// <summary>Reading has shown that the client has gone, which may be before the HTTP/2 server says so.</summary>
    internal async Task LoseClientAsync()
    {
        _lost = true;
        await _transport.CancelAsync().ConfigureAwait(false);
    }

    /// <summary>Releases the timer. Whoever still holds the context's token never hears of this call again.</summary>
    public void Dispose()
    {
        _handler.Dispose();
        _transport.Dispose();
        _deadline.Dispose();
    }
}
