using System.Net;
using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace GrooveGuru.Contracts.Wire.Client;

/// <summary>A request body that is written message by message while the call runs.</summary>
internal sealed class GrpcRequestStream : HttpContent
{
    private readonly GrpcFrameBuffer _frames;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TaskCompletionSource<Stream> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public GrpcRequestStream(int maxSendBytes)
    {
        _frames = new GrpcFrameBuffer(maxSendBytes);
        Headers.ContentType = GrpcContentType.Value;

        // Nobody may ever write; the failure is then seen by whoever reads.
        _ = _opened.Task.ContinueWith(
            static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Sends one message at once; waits its turn, and for the peer to take it when the peer is slow.</summary>
    /// <param name="message">The message.</param>
    /// <param name="life">Ends the write together with the call.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(IMessage message, CancellationToken life)
    {
        await _turn.WaitAsync(life).ConfigureAwait(false);
        try
        {
            if (_completed.Task.IsCompleted)
            {
                throw new InvalidOperationException("The last request of this call was sent already.");
            }

            Stream stream = _opened.Task.IsCompletedSuccessfully
                ? _opened.Task.Result
                : await _opened.Task.WaitAsync(life).ConfigureAwait(false);
            await stream.WriteAsync(_frames.Frame(message), life).ConfigureAwait(false);
            await stream.FlushAsync(life).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Says that no message follows, after those under way.</summary>
    public async Task CompleteAsync(CancellationToken life)
    {
        await _turn.WaitAsync(life).ConfigureAwait(false);
        _completed.TrySetResult();
        _turn.Release();
    }

    /// <summary>Lets whoever waits to write know that there will be no stream.</summary>
    public void Fail(Exception error) => _opened.TrySetException(error);

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The server must see the call before the first message is there.
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (!_opened.TrySetResult(stream))
        {
            // The handler tries again on another connection, but what was written already is gone.
            throw new IOException("The connection was lost while the call began.");
        }

        await _completed.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
