using System.Diagnostics;
using GrooveGuru.Core.Loudness.Realtime;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Processing;
using GrooveGuru.Plugin.Processing.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Processing;

public sealed unsafe class MeterThreadTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly MeterThread _thread = new();
    private readonly AudioProcessor _first = Active(ProcessMode.Realtime);
    private readonly AudioProcessor _second = Active(ProcessMode.Offline);
    private readonly TestBlock _block = new(seed: 1);

    public void Dispose()
    {
        _thread.Detach(_first.MeterFeed);
        _thread.Detach(_second.MeterFeed);
        _block.Dispose();
    }

    [Fact]
    public void Thread_StartsWithTheFirstAndEndsWithTheLast()
    {
        Assert.False(_thread.IsRunning);
        _thread.Attach(_first.MeterFeed);
        _thread.Attach(_second.MeterFeed);
        Assert.True(_thread.IsRunning);
        _thread.Detach(_first.MeterFeed);
        Assert.True(_thread.IsRunning);
        _thread.Detach(_second.MeterFeed);
        Assert.False(_thread.IsRunning);
        _thread.Attach(_first.MeterFeed);
        Assert.True(_thread.IsRunning);
    }

    [Fact]
    public void Meters_ThatNobodyLooksAt_HearAllInstances()
    {
        _thread.Attach(_first.MeterFeed);
        _thread.Attach(_second.MeterFeed);

        foreach (AudioProcessor processor in new[] { _first, _second })
        {
            Assert.Equal(Result.Ok, processor.Process(_block.Set(2, 2, 480).Data));
        }

        Await(() => Heard(_first) == 480 && Heard(_second) == 480);
    }

    [Fact]
    public void Feed_ThatThrows_IsReportedAndTheOthersAreHeard()
    {
        MeterFeed broken = new(null!); // its meters hear nothing of an instance that is not there
        broken.Begin(_first.MeterFeed.Ring, 48_000, isOffline: true);
        Assert.Throws<NullReferenceException>(() => broken.CatchUp());
        long faults = Faults.Count;
        _thread.Attach(broken);
        _thread.Attach(_second.MeterFeed);

        for (int round = 1; round <= 3; round++)
        {
            Assert.Equal(Result.Ok, _second.Process(_block.Set(2, 2, 480).Data));
            Await(() => Heard(_second) == round * 480);
        }

        Assert.True(Faults.Count > faults);
        _thread.Detach(broken);
        _thread.Detach(_second.MeterFeed);
        Assert.False(_thread.IsRunning);
    }

    [Fact]
    public void Start_ThatFails_IsReportedAndTriedAgainWithTheNext()
    {
        int attempts = 0;
        MeterThread thread = new(started =>
        {
            if (++attempts == 1)
            {
                throw new InvalidOperationException("no thread");
            }

            started.Start();
        });
        long faults = Faults.Count;

        thread.Attach(_first.MeterFeed);
        Assert.False(thread.IsRunning);
        Assert.True(Faults.Count > faults);
        thread.Detach(_first.MeterFeed);

        thread.Attach(_first.MeterFeed);
        Assert.True(thread.IsRunning);
        thread.Detach(_first.MeterFeed);
        Assert.False(thread.IsRunning);
    }

    [Fact]
    public void Export_OfManyRingfuls_IsHeardToTheLastFrame()
    {
        const int Blocks = 10_000; // 100 s; the ring holds 5
        _thread.Attach(_second.MeterFeed);
        CaptureRing ring = _second.MeterFeed.Ring!;
        for (int block = 0; block < Blocks; block++)
        {
            // As fast as a thread on a machine that is busy comes by.
            Await(() => ring.WaitingBytes < ring.CapacityBytes / 4 * 3);
            Assert.Equal(Result.Ok, _second.Process(_block.Set(2, 2, 480).Data));
        }

        Await(() => Heard(_second) == Blocks * 480);
        Assert.Equal(0, ring.DroppedBlocks);
    }

    [Theory]
    [InlineData(48_000, 50)]
    [InlineData(48_000, 200)]
    [InlineData(65_000, 200)] // the ring has hardly more room than it needs
    [InlineData(192_000, 200)]
    public void Period_OfAnExport_FollowsFromTheRingThatNeverFillsUp(int sampleRateHz, double timesRealTime)
    {
        double ringSeconds = Active(ProcessMode.Offline, sampleRateHz).MeterFeed.Ring!.CapacityBytes / (sampleRateHz * 2.0 * sizeof(float));
        TimeSpan period = MeterThread.LongestOfflinePeriod; // the export begins where the thread is slowest
        double filled = 0;
        for (int pass = 0; pass < 10; pass++)
        {
            filled = timesRealTime * period.TotalSeconds / ringSeconds;
            Assert.True(filled <= 1, $"pass {pass}: {filled}");
            period = MeterThread.NextPeriod(period, filled, isOffline: true);
        }

        Assert.True(filled < 0.5, $"{filled} of the ring in {period}");
    }

    [Theory]
    [InlineData(1000, 0.3, false, 1000)] // as in real time: a second
    [InlineData(1000, 0.8, false, 500)] // fuller than wanted
    [InlineData(50, 0, false, 100)] // nothing comes: longer, but not at once
    [InlineData(800, 0, false, 1000)]
    [InlineData(10, 1, false, 5)] // never shorter than this
    [InlineData(20, 0, true, 20)] // an export may begin at any time
    [InlineData(20, 0.5, true, 16)]
    public void Period_AfterAPass_IsAsLongAsTheRingsAllow(double lastMs, double filled, bool isOffline, double expectedMs)
        => Assert.Equal(expectedMs, MeterThread.NextPeriod(TimeSpan.FromMilliseconds(lastMs), filled, isOffline).TotalMilliseconds, 0.01);

    private static AudioProcessor Active(int mode, int sampleRateHz = 48_000)
    {
        AudioProcessor processor = new(new ParameterValues());
        Assert.True(processor.TrySetup(new ProcessSetup { SampleRate = sampleRateHz, MaxSamplesPerBlock = 4096, ProcessMode = mode }));
        processor.Prepare();
        return processor;
    }

    // While they are fed without a pause there may be nothing to read.
    private static long Heard(AudioProcessor processor)
        => processor.MeterFeed.Meters!.TryRead(out TrackLevels levels) ? levels.HeardFrames : -1;

    private static void Await(Func<bool> condition)
    {
        long start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Limit, "it does not come");
            Thread.Sleep(5);
        }
    }
}
