using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Processing.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Processing.Realtime;

public unsafe class CaptureTapTests
{
    private readonly CaptureRing _ring = new(256 * 1024);
    private long _position;

    [Fact]
    public void Transport_OfTheHost_IsCaptured()
    {
        using TestBlock block = new(seed: 1);
        block.Set(2, 2, 64);
        block.Data->ProcessMode = ProcessMode.Offline;
        block.Context = new ProcessContext
        {
            State = (uint)(ProcessContextState.Playing | ProcessContextState.TempoValid | ProcessContextState.TimeSignatureValid
                | ProcessContextState.ProjectTimeMusicValid),
            ProjectTimeSamples = 96000,
            ProjectTimeMusic = 4.5,
            Tempo = 140,
            TimeSignatureNumerator = 7,
            TimeSignatureDenominator = 8,
        };

        Capture(block.Data, 48000);

        Assert.True(_ring.TryPeek(out CaptureHeader header, out ReadOnlySpan<byte> samples));
        Assert.Equal(
            CaptureFlags.Playing | CaptureFlags.Offline | CaptureFlags.HasProjectTime | CaptureFlags.HasQuarters | CaptureFlags.HasTempo
                | CaptureFlags.HasMeter,
            header.Flags & ~CaptureFlags.HasNonFinite);
        Assert.Equal(96000, header.ProjectTimeFrames);
        Assert.Equal(4.5, header.ProjectTimeQuarters);
        Assert.Equal(140, header.TempoBpm);
        Assert.Equal((7, 8), (header.MeterNumerator, header.MeterDenominator));
        Assert.Equal(48000, header.SampleRateHz);
        Assert.Equal(block.InputBits(1, 1)[0], MemoryMarshal.Cast<byte, int>(samples)[1]);
    }

    [Fact]
    public void Transport_WithoutValidFields_IsLeftOpen()
    {
        using TestBlock block = new(seed: 2);
        block.Set(1, 1, 64);
        block.Context = new ProcessContext { Tempo = double.NaN, State = (uint)ProcessContextState.TempoValid, ProjectTimeMusic = 3 };

        Capture(block.Data, 44100);

        Assert.True(_ring.TryPeek(out CaptureHeader header, out _));
        Assert.Equal(CaptureFlags.HasProjectTime, header.Flags & ~CaptureFlags.HasNonFinite);
        block.Data->Context = null;
        _ring.Advance();
        Capture(block.Data, 44100);
        Assert.True(_ring.TryPeek(out header, out _));
        Assert.Equal(CaptureFlags.None, header.Flags & ~CaptureFlags.HasNonFinite);
    }

    [Fact]
    public void Block_LongerThanARecord_IsSplitOnTheTimeline()
    {
        using TestBlock block = new(seed: 3);
        block.Set(1, 1, 6000);
        block.Context = new ProcessContext
        {
            State = (uint)(ProcessContextState.Playing | ProcessContextState.TempoValid | ProcessContextState.ProjectTimeMusicValid),
            ProjectTimeSamples = 100,
            Tempo = 60,
        };

        Capture(block.Data, 4096);

        Assert.True(_ring.TryPeek(out CaptureHeader first, out _));
        _ring.Advance();
        Assert.True(_ring.TryPeek(out CaptureHeader second, out _));
        Assert.Equal((4096, 0L, 100L), (first.FrameCount, first.StreamPositionFrames, first.ProjectTimeFrames));
        Assert.Equal((1904, 4096L, 4196L), (second.FrameCount, second.StreamPositionFrames, second.ProjectTimeFrames));
        Assert.Equal(1.0, second.ProjectTimeQuarters, precision: 12);
    }

    [Fact]
    public void Channels_BeyondTwo_AreNotCaptured()
    {
        using TestBlock block = new(seed: 4);
        block.Set(6, 6, 32);

        Capture(block.Data, 48000);

        Assert.True(_ring.TryPeek(out CaptureHeader header, out ReadOnlySpan<byte> samples));
        Assert.Equal(2, header.ChannelCount);
        Assert.Equal(32 * 2 * sizeof(float), samples.Length);
    }

    [Fact]
    public void Block_WithoutInput_IsNotCaptured()
    {
        using TestBlock block = new(seed: 5);
        block.Set(2, 2, 32);
        block.Data->Inputs = null;
        Capture(block.Data, 48000);
        block.Set(0, 0, 32);
        Capture(block.Data, 48000);
        block.Set(2, 2, 32).Input.Channels = null;
        Capture(block.Data, 48000);
        block.Set(2, 2, 0);
        Capture(block.Data, 48000);

        Assert.True(_ring.IsEmpty);
    }

    private void Capture(ProcessData* data, int sampleRateHz) => _position = CaptureTap.Capture(_ring.Memory, data, sampleRateHz, _position);
}
