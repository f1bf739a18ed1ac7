using GrooveGuru.Core.Tests;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Processing;
using GrooveGuru.Plugin.Processing.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Processing;

public unsafe class AudioProcessorTests
{
    private readonly ParameterValues _values = new();
    private readonly AudioProcessor _processor;

    public AudioProcessorTests() => _processor = new AudioProcessor(_values);

    [Theory]
    [InlineData(8000)]
    [InlineData(22050)]
    [InlineData(1234.5678)]
    [InlineData(384000)]
    [InlineData(1234567.8)]
    public void Setup_WithAnyRate_IsTaken(double sampleRateHz)
        => Assert.True(_processor.TrySetup(new ProcessSetup { SampleRate = sampleRateHz, MaxSamplesPerBlock = 512 }));

    [Theory]
    [InlineData(0, 48000.0 * 0)]
    [InlineData(0, double.NaN)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(1, 48000)]
    public void Setup_ThatCannotBe_IsRefused(int sampleSize, double sampleRateHz)
        => Assert.False(_processor.TrySetup(new ProcessSetup { SymbolicSampleSize = sampleSize, SampleRate = sampleRateHz }));

    [Fact]
    public void Bypass_WhenOn_StopsTheCaptureAndNotTheAudio()
    {
        using TestBlock block = new(seed: 1);
        CaptureRing ring = Start();
        _values.Publish(ParameterIds.Bypass, 1);

        Assert.Equal(Result.Ok, _processor.Process(block.Set(2, 2, 64).Data));

        Assert.True(ring.IsEmpty);
        Assert.Equal(block.InputBits(0, 64), block.OutputBits(0, 64));
        _values.Publish(ParameterIds.Bypass, 0);
        _processor.Process(block.Data);
        Assert.True(ring.TryPeek(out CaptureHeader header, out _));
        Assert.Equal(0, header.StreamPositionFrames); // what was not wanted is not missing
    }

    [Fact]
    public void Ring_WhenFull_DropsAndTheAudioPasses()
    {
        using TestBlock block = new(seed: 2);
        CaptureRing ring = Start();
        for (int round = 0; round < 10_000 && ring.DroppedFrames == 0; round++)
        {
            Assert.Equal(Result.Ok, _processor.Process(block.Set(2, 2, 4096).Data));
        }

        Assert.True(ring.DroppedFrames > 0);
        Assert.Equal(block.InputBits(1, 4096), block.OutputBits(1, 4096));
    }

    [Fact]
    public void Process_BeforeSetActive_PassesTheAudio()
    {
        using TestBlock block = new(seed: 3);

        Assert.Equal(Result.Ok, _processor.Process(block.Set(2, 2, 64).Data));

        Assert.Equal(block.InputBits(1, 64), block.OutputBits(1, 64));
    }

    [Fact]
    public void Process_WithNonsense_IsRefused()
    {
        using TestBlock block = new(seed: 4);

        Assert.Equal(Result.InvalidArgument, _processor.Process(null));
        Assert.Equal(Result.InvalidArgument, _processor.Process(block.Set(2, 2, -1).Data));
    }

    [Fact]
    public void Process_AsFlush_TakesAndGivesParameters()
    {
        Start();
        using TestParameterChanges changes = new();
        ProcessData data = default;
        data.InputParameterChanges = changes.Input((ParameterIds.Bypass, 1), (ParameterIds.Tempo, 1), (99, 1));
        data.OutputParameterChanges = changes.Output;
        _values.Publish(ParameterIds.IntegratedLoudness, 0.75);

        Assert.Equal(Result.Ok, _processor.Process(&data));
        Assert.Equal(Result.Ok, _processor.Process(&data));

        Assert.True(_values.IsBypassed);
        Assert.Equal(0, _values.Get(ParameterIds.Tempo)); // read-only for the host
        Assert.Equal([(ParameterIds.IntegratedLoudness, 0.75)], changes.Sent); // once, although processed twice
    }

    [Fact]
    public void Process_WithEverythingChanging_AllocatesNothing()
    {
        Start();
        using TestBlock block = new(seed: 5);
        using TestParameterChanges changes = new();
        void* off = changes.Input((ParameterIds.Bypass, 0));
        using TestParameterChanges others = new();
        void* on = others.Input((ParameterIds.Bypass, 1), (ParameterIds.Tempo, 0.3), (77, 0.1));
        CaptureRing ring = _processor.Ring!;
        Assert.Equal(0, Allocations.OfLeastPass(() => Run(block, ring, off, on, changes.Output, rounds: 2000)));
    }

    private void Run(TestBlock block, CaptureRing ring, void* off, void* on, void* output, int rounds)
    {
        for (int round = 0; round < rounds; round++)
        {
            int channels = 1 + (round % 3);
            block.Set(channels, channels, (round * 37) % TestBlock.MaxFrames);
            block.Context.State = (uint)(round % 2 == 0 ? ProcessContextState.Playing | ProcessContextState.TempoValid : 0);
            block.Context.Tempo = 60 + (round % 100);
            block.Data->ProcessMode = round % 3;
            block.Data->InputParameterChanges = round % 7 == 0 ? on : off;
            block.Data->OutputParameterChanges = output;
            for (uint id = ParameterIds.FirstReadOnly; id < ParameterIds.Count; id++)
            {
                _values.Publish(id, (round % 10) / 10.0);
            }

            if (round % 11 == 0)
            {
                _processor.MeterFeed.CaughtUp()!.TryRead(out _); // a window that looks
            }

            _processor.Process(block.Data);
            while (round % 5 != 0 && ring.TryPeek(out _, out _))
            {
                ring.Advance();
            }
        }
    }

    private CaptureRing Start()
    {
        Assert.True(_processor.TrySetup(new ProcessSetup { SampleRate = 48000, MaxSamplesPerBlock = 8192 }));
        return _processor.Prepare();
    }
}
