using System.Runtime.CompilerServices;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;

namespace GrooveGuru.Contracts.Tests.Wire;

/// <summary>What the tests send, and how they see a call end. Nothing here waits longer than ten seconds.</summary>
internal static class Requests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A song of whole seconds of silence.</summary>
    public static async IAsyncEnumerable<ImportUp> Song(string name, int seconds)
    {
        yield return new ImportUp { Header = new ImportHeader { Name = name } };
        for (int second = 0; second < seconds; second++)
        {
            await Task.Yield();
            yield return new ImportUp { Audio = TestHandlers.Chunk(48000) };
        }
    }

    /// <summary>A header, then nothing until the call ends.</summary>
    public static async IAsyncEnumerable<ImportUp> Endless(
        string name, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        yield return new ImportUp { Header = new ImportHeader { Name = name } };
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
    }

    /// <summary>Sends a second only after the last one was answered, then reads the report and the end.</summary>
    public static async Task ConverseAsync(GrpcDuplexCall<CaptureUp, CaptureDown> call, int seconds)
    {
        await using IAsyncEnumerator<CaptureDown> down = call.Responses.GetAsyncEnumerator();
        await call.WriteAsync(new CaptureUp { Hello = new Hello { InstanceId = "i1" } });
        Assert.True(await down.MoveNextAsync());
        Assert.Equal("i1", down.Current.Welcome.TrackId);
        for (int second = 1; second <= seconds; second++)
        {
            await call.WriteAsync(new CaptureUp { Audio = TestHandlers.Chunk(48000) });
            Assert.True(await down.MoveNextAsync());
            Assert.Equal(second, down.Current.Running.HeardSeconds);
        }

        await call.CompleteAsync();
        Assert.True(await down.MoveNextAsync());
        Assert.Equal(seconds, down.Current.Report.DurationSeconds);
        Assert.False(await down.MoveNextAsync());
    }

    /// <summary>The status of a call that does not end well.</summary>
    public static async Task<GrpcStatus> StatusAsync(Task call) =>
        (await Assert.ThrowsAsync<GrpcException>(() => call.WaitAsync(Patience))).Status;

    /// <summary>The status of a stream that does not end well.</summary>
    public static Task<GrpcStatus> StatusAsync<T>(IAsyncEnumerable<T> stream) => StatusAsync(DrainAsync(stream));

    private static async Task DrainAsync<T>(IAsyncEnumerable<T> stream)
    {
        await foreach (T _ in stream)
        {
        }
    }
}
