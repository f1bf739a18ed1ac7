using GrooveGuru.Core.Loudness.Realtime;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Processing;
using GrooveGuru.Plugin.Processing.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Processing;

/// <summary>The way of the audio to the meters, off the audio thread.</summary>
public sealed unsafe class MeterFeedTests : IDisposable
{
    private readonly AudioProcessor _processor = new(new ParameterValues());
    private readonly TestBlock _block = new(seed: 1);
    private readonly TrackMeters _direct = new(48_000);
    private readonly Random _random = new(3);

    public void Dispose() => _block.Dispose();

    [Fact]
    public void Meters_FedLateAndInPieces_AreThoseOfTheSameAudioFedAtOnce()
    {
        Start(ProcessMode.Realtime);
        for (int block = 0; block < 3000; block++)
        {
            PlayNoise(1 + _random.Next(300), gain: 1 + (block / 1000));
            if (_random.Next(40) == 0)
            {
                _processor.MeterFeed.CaughtUp();
            }
        }

        TrackLevels expected = Read(_direct), heard = Read(_processor.MeterFeed.CaughtUp()!);

        Assert.Equal(expected, heard);
        Assert.True(double.IsFinite(heard.IntegratedLufs));
    }

    [Fact]
    public void Ring_ThatOverflows_InterruptsTheWindowsAndTheProgrammeGoesOn()
    {
        Start(ProcessMode.Realtime);
        for (int block = 0; block < 100; block++)
        {
            PlayNoise(480, gain: 1);
        }

        double programme = Read(_processor.MeterFeed.CaughtUp()!).IntegratedLufs;
        CaptureRing ring = _processor.MeterFeed.Ring!;
        while (ring.DroppedBlocks < 5)
        {
            PlayNoise(480, gain: 1);
        }

        _processor.MeterFeed.CaughtUp();
        PlayNoise(480, gain: 1);

        TrackLevels levels = Read(_processor.MeterFeed.CaughtUp()!);
        Assert.True(double.IsNegativeInfinity(levels.MomentaryLufs)); // 10 ms of a new window
        Assert.Equal(programme, levels.IntegratedLufs, 0.2);
    }

    [Fact]
    public void End_WithBlocksWaiting_LetsTheMetersHearThem()
    {
        Start(ProcessMode.Realtime);
        PlayNoise(960, gain: 1);

        _processor.Release();

        Assert.Equal(960, Read(_processor.MeterFeed.Meters!).HeardFrames);
        Assert.Null(_processor.MeterFeed.Ring);
    }

    [Fact]
    public void CatchUp_TellsHowFullTheRingWas()
    {
        Start(ProcessMode.Realtime);
        Assert.Equal(0, _processor.MeterFeed.CatchUp());
        CaptureRing ring = _processor.MeterFeed.Ring!;
        while (ring.WaitingBytes < ring.CapacityBytes / 2)
        {
            PlayNoise(480, gain: 1);
        }

        Assert.Equal(0.5, _processor.MeterFeed.CatchUp(), 0.01);
        Assert.Equal(0, _processor.MeterFeed.CatchUp());
    }

    [Fact]
    public void Ring_OfAnExport_HoldsFourSecondsAndNotAsMuchAsTheCapture()
    {
        Start(ProcessMode.Offline);

        Assert.True(_processor.MeterFeed.IsOffline);
        double seconds = _processor.MeterFeed.Ring!.CapacityBytes / (48_000.0 * 2 * sizeof(float));
        Assert.InRange(seconds, 4, 8); // a power of two
        Assert.True(_processor.Ring!.CapacityBytes >= 4 * _processor.MeterFeed.Ring.CapacityBytes);
    }

    [Fact]
    public void Rings_SwitchedWhileBlocksArePlayed_LeaveNoCallBehind()
    {
        // A host may go on calling while it switches: each block passes, and what it writes to is still there.
        using CancellationTokenSource stop = new();
        int failures = 0;
        Thread audio = new(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                failures += _processor.Process(_block.Set(2, 2, 64).Data) == Result.Ok ? 0 : 1;
            }
        });
        Start(ProcessMode.Realtime);
        audio.Start();
        for (int round = 0; round < 200; round++)
        {
            _processor.Prepare();
            _processor.MeterFeed.CaughtUp();
            _processor.Release();
        }

        stop.Cancel();
        audio.Join();
        Assert.Equal(0, failures);
        Assert.Equal(0, _processor.State->CallsUnderWay);
        Assert.Equal(_block.InputBits(1, 64), _block.OutputBits(1, 64));
    }

    private static TrackLevels Read(TrackMeters meters)
    {
        Assert.True(meters.TryRead(out TrackLevels levels));
        return levels;
    }

    private void Start(int mode)
    {
        Assert.True(_processor.TrySetup(new ProcessSetup { SampleRate = 48_000, MaxSamplesPerBlock = 4096, ProcessMode = mode }));
        _processor.Prepare();
    }

    private void PlayNoise(int frames, float gain)
    {
        for (int channel = 0; channel < 2; channel++)
        {
            foreach (ref float sample in new Span<float>(_block.Inputs[channel], frames))
            {
                sample = gain * (_random.NextSingle() - 0.5f) / 8;
            }
        }

        Assert.Equal(Result.Ok, _processor.Process(_block.Set(2, 2, frames).Data));
        _direct.Process(new ReadOnlySpan<float>(_block.Inputs[0], frames), new ReadOnlySpan<float>(_block.Inputs[1], frames));
    }
}
