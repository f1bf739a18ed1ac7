using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Tests.BridgeClient;
using GrooveGuru.Plugin.Tests.Processing;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests;

/// <summary>The meters of an instance, with a bridge, without one, and while it is lost.</summary>
public sealed unsafe class PluginInstanceMeterTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly FakeBridge _bridge = new();
    private readonly PluginInstance _instance;
    private readonly TestBlock _block = new(seed: 1);

    public PluginInstanceMeterTests()
    {
        _instance = new PluginInstance(_bridge, _bridge);
        Random random = new(2);
        for (int channel = 0; channel < 2; channel++)
        {
            foreach (ref float sample in new Span<float>(_block.Inputs[channel], TestBlock.MaxFrames))
            {
                sample = random.NextSingle() - 0.5f;
            }
        }
    }

    public void Dispose()
    {
        _instance.Dispose();
        _block.Dispose();
    }

    [Fact]
    public void Meters_BeforeActivation_ShowNothingAndCanBeReset()
    {
        _instance.ResetMeters();

        Assert.Same(MeterReading.None, _instance.Meters);
    }

    [Fact]
    public void Meters_WithoutABridge_Work()
    {
        _bridge.Standing = EndpointFileStanding.Absent;
        Start();

        Play(seconds: 4);

        MeterReading reading = _instance.Meters;
        Assert.Equal(2, reading.ChannelCount);
        Assert.True(double.IsFinite(reading.IntegratedLufs) && double.IsFinite(reading.ShortTermLufs) && double.IsFinite(reading.TruePeakDbtp));
        Assert.InRange(reading.Correlation, -0.1, 0.1);
        Assert.Equal(30, reading.SpectrumDb.Count);
    }

    [Fact]
    public void Meters_ReadForTheFirstTimeLate_CountFromTheStart()
    {
        Start();
        _block.Inputs[0][17] = 0.99f; // once, long before anybody looks
        Play(seconds: 1.0 / 750);
        _block.Inputs[0][17] = 0;
        Play(seconds: 4);
        double loud = _instance.Meters.IntegratedLufs;
        for (int channel = 0; channel < 2; channel++)
        {
            foreach (ref float sample in new Span<float>(_block.Inputs[channel], TestBlock.MaxFrames))
            {
                sample *= 0.5f; // 6 dB less: within the gate
            }
        }

        Play(seconds: 4);

        MeterReading reading = _instance.Meters;
        Assert.True(reading.TruePeakDbtp > -1);
        Assert.Equal(loud - 10 * Math.Log10(2 / 1.25), reading.IntegratedLufs, 0.3); // the mean of both parts
        _instance.ResetMeters();
        Play(seconds: 4);
        Assert.Equal(loud - 6.02, _instance.Meters.IntegratedLufs, 0.1);
    }

    [Fact]
    public void Bridge_LostWhilePlaying_StopsNeitherAudioNorMeters()
    {
        Start();
        Await(() => State() == BridgeState.Connected);
        Play(seconds: 1);
        double before = _instance.Meters.IntegratedLufs;

        _bridge.Die();
        long heard = Heard();
        int blocks = 0;
        Await(() =>
        {
            Play(seconds: 0.1);
            blocks++;
            return State() != BridgeState.Connected;
        });

        Assert.Equal(heard + (blocks * 75 * 64), Heard());
        Assert.Equal(before, _instance.Meters.IntegratedLufs, 0.2);
        Assert.True(double.IsFinite(_instance.Meters.PeakDbfs[0]));
        _bridge.IsAlive = true;
        Await(() =>
        {
            Play(seconds: 0.1);
            return State() == BridgeState.Connected;
        });
    }

    private void Start()
    {
        Assert.True(_instance.Processor.TrySetup(new ProcessSetup { SampleRate = 48_000, MaxSamplesPerBlock = 64 }));
        _instance.SetActive(true);
    }

    private void Play(double seconds)
    {
        for (int block = 0; block < (int)Math.Round(seconds * 750); block++)
        {
            Assert.Equal(Result.Ok, _instance.Processor.Process(_block.Set(2, 2, 64).Data));
            Assert.True(new ReadOnlySpan<int>(_block.Inputs[1], 64).SequenceEqual(new ReadOnlySpan<int>(_block.Outputs[1], 64)));
            if (block % 750 == 749)
            {
                CatchUp();
            }
        }

        CatchUp();
    }

    // A host in real time is no faster than the meters' thread, which may be at it just now.
    private void CatchUp()
        => Await(() => _instance.Processor.MeterFeed.CaughtUp() is not null && _instance.Processor.MeterFeed.Ring!.IsEmpty);

    private long Heard()
    {
        Assert.True(_instance.Processor.MeterFeed.CaughtUp()!.TryRead(out var levels));
        return levels.HeardFrames;
    }

    private BridgeState State() => (BridgeState)Math.Round(_instance.Values.Get(ParameterIds.Bridge) * 3);

    private static void Await(Func<bool> condition)
    {
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(start) < Limit, "it does not come");
            Thread.Sleep(5);
        }
    }
}
