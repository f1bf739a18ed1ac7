using GrooveGuru.Core.Concurrency;

namespace GrooveGuru.Core.Tests.Concurrency;

public sealed class SideBySideTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    [Fact]
    public void Run_SeveralParts_GoOnAtTheSameTime()
    {
        using Barrier together = new(2);
        SideBySide.Run(
            CancellationToken.None,
            ending => Assert.True(together.SignalAndWait(Long, ending)),
            ending => Assert.True(together.SignalAndWait(Long, ending)));
    }

    [Fact]
    public async Task Run_PartsOfParts_NeedNoMoreThreadsThanThereAre()
    {
        TaskScheduler one = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ConcurrentScheduler;
        int running = 0, most = 0, done = 0;
        void Work(CancellationToken ending)
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            Thread.Yield();
            Interlocked.Decrement(ref running);
            Interlocked.Increment(ref done);
        }

        Task whole = Task.Factory.StartNew(
            () => SideBySide.Run(CancellationToken.None, ending => SideBySide.Run(ending, Work, Work, Work), ending => SideBySide.Run(ending, Work, Work)),
            CancellationToken.None,
            TaskCreationOptions.None,
            one);
        await whole.WaitAsync(Long);
        Assert.Equal((5, 1), (done, most));
    }

    [Fact]
    public void Run_OneFails_EndsTheOthersAndThrowsWhatItThrew()
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => SideBySide.Run(
            CancellationToken.None,
            ending =>
            {
                Assert.True(ending.WaitHandle.WaitOne(Long));
                ending.ThrowIfCancellationRequested();
            },
            _ => throw new InvalidDataException("bad")));
        Assert.Equal("bad", error.Message);
    }

    [Fact]
    public void Run_Cancelled_IsCancelled()
    {
        using CancellationTokenSource source = new();
        Assert.ThrowsAny<OperationCanceledException>(() => SideBySide.Run(
            source.Token,
            _ => source.Cancel(),
            ending =>
            {
                Assert.True(ending.WaitHandle.WaitOne(Long));
                ending.ThrowIfCancellationRequested();
            }));
        Assert.ThrowsAny<OperationCanceledException>(() => SideBySide.Run(source.Token, _ => Assert.Fail("It was cancelled before.")));
    }
}
