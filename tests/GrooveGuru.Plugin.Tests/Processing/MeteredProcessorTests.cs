using GrooveGuru.Core.Loudness.Realtime;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Processing;
using GrooveGuru.Plugin.Processing.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Processing;

/// <summary>The meters as the host drives them.</summary>
public sealed unsafe class MeteredProcessorTests : IDisposable
{
    private readonly ParameterValues _values = new();
    private readonly AudioProcessor _processor;
    private readonly TestBlock _block = new(seed: 1);

    public MeteredProcessorTests() => _processor = new AudioProcessor(_values);

    private TrackLevels Levels
    {
        get
        {
            Assert.True(_processor.MeterFeed.CaughtUp()!.TryRead(out TrackLevels levels));
            return levels;
        }
    }

    public void Dispose() => _block.Dispose();

    [Fact]
    public void Block_OfTheHost_IsMeasuredAndPassesBitForBit()
    {
        Start(48_000);
        Fill(0.5f, -0.25f);

        Play(2, 64, blocks: 100);

        Assert.Equal(2, Levels.ChannelCount);
        Assert.Equal((0.5, 0.25), (Levels.FirstPeak, Levels.SecondPeak));
        Assert.Equal(-0.125, Levels.MeanProduct, 1e-6);
        Assert.Equal(_block.InputBits(1, 64), _block.OutputBits(1, 64));
    }

    [Fact]
    public void Block_InPlace_IsMeasuredBeforeItIsPassed()
    {
        Start(48_000);
        Fill(0.5f, 0.5f);
        _block.Set(2, 2, 480);
        _block.Output.Channels = _block.Input.Channels;

        for (int block = 0; block < 10; block++)
        {
            Assert.Equal(Result.Ok, _processor.Process(_block.Data));
        }

        Assert.Equal(0.5, Levels.FirstPeak);
    }

    [Fact]
    public void NonFinite_InTheInput_PassesUntouchedAndIsMarked()
    {
        CaptureRing ring = Start(48_000);
        Fill(0.5f, 0.5f);
        Play(2, 480, blocks: 2);
        _block.Inputs[0][17] = float.NaN;
        _block.Inputs[1][3] = float.NegativeInfinity;

        Play(2, 480, blocks: 100);

        Assert.Equal(_block.InputBits(0, 480), _block.OutputBits(0, 480));
        Assert.True(Levels.HasNonFinite);
        Assert.True(double.IsFinite(Levels.IntegratedLufs) && double.IsFinite(Levels.FirstMeanSquare) && double.IsFinite(Levels.TruePeakDbtp));
        CaptureFlags[] marks = [.. Drain(ring).Select(header => header.Flags & CaptureFlags.HasNonFinite)];
        Assert.Equal(102, marks.Length);
        Assert.All(marks[..2], mark => Assert.Equal(CaptureFlags.None, mark));
        Assert.All(marks[2..], mark => Assert.Equal(CaptureFlags.HasNonFinite, mark));
    }

    [Fact]
    public void Bypass_WhileOn_MeasuresNothingAndKeepsTheProgramme()
    {
        Start(48_000);
        Fill(0.5f, 0.5f);
        FillWithNoise();
        Play(2, 480, blocks: 100);
        TrackLevels before = Levels;
        _values.Publish(ParameterIds.Bypass, 1);
        Play(2, 480, blocks: 50);
        Assert.Equal(before.HeardFrames, Levels.HeardFrames);
        Assert.Equal(0, Levels.FirstPeak);
        Assert.Equal(before.IntegratedLufs, Levels.IntegratedLufs);

        _values.Publish(ParameterIds.Bypass, 0);
        Play(2, 480, blocks: 10);

        Assert.Equal(before.HeardFrames + 4800, Levels.HeardFrames);
        Assert.True(double.IsNegativeInfinity(Levels.MomentaryLufs)); // 100 ms of a new window
    }

    [Fact]
    public void Channels_ChangingWhilePlaying_AreMeasuredAsTheyCome()
    {
        Start(48_000);
        Fill(0.5f, 0.25f);
        foreach ((int channels, int expected) in new[] { (1, 1), (2, 2), (6, 2), (1, 1), (8, 2) })
        {
            Play(channels, 480, blocks: 40);
            Assert.Equal(expected, Levels.ChannelCount);
            Assert.Equal(expected == 1 ? 0 : 0.0625, Levels.SecondMeanSquare, 1e-6);
        }

        long heard = Levels.HeardFrames;
        Play(0, 480, blocks: 3);
        Assert.Equal(heard, Levels.HeardFrames);
    }

    [Fact]
    public void SampleRate_Changed_BeginsAnewAndTheSameRateGoesOn()
    {
        Start(48_000);
        Fill(0.5f, 0.5f);
        Play(2, 480, blocks: 60);
        TrackMeters first = _processor.MeterFeed.Meters!;

        _processor.Release();
        Start(48_000);
        Assert.Same(first, _processor.MeterFeed.Meters);
        Play(2, 64, blocks: 75);
        Assert.Equal((60 * 480) + (75 * 64), Levels.HeardFrames);

        _processor.Release();
        Start(96_000);
        Assert.NotSame(first, _processor.MeterFeed.Meters);
        Assert.Equal(0, Levels.HeardFrames);
        Play(2, 960, blocks: 1);
        Assert.Equal(0.5, Levels.FirstPeak);
    }

    [Theory]
    [InlineData(8000)]
    [InlineData(22_050)]
    [InlineData(384_000)]
    [InlineData(1234.5678)]
    [InlineData(1_234_567.8)]
    [InlineData(100)]
    public void SampleRate_OfAnyKind_GivesFiniteValues(double sampleRateHz)
    {
        Start(sampleRateHz);
        FillWithNoise();

        Play(2, 8192, blocks: 20);

        Assert.True(double.IsFinite(Levels.FirstPeak) && double.IsFinite(Levels.FirstMeanSquare) && double.IsFinite(Levels.TruePeakDbtp));
        Assert.False(double.IsNaN(Levels.IntegratedLufs) || double.IsNaN(Levels.MomentaryLufs));
    }

    [Fact]
    public void SampleRate_BelowAnySound_HasNoMetersAndPasses()
    {
        CaptureRing ring = Start(50);
        Play(2, 64, blocks: 1);

        Assert.Null(_processor.MeterFeed.Meters);
        Assert.False(ring.IsEmpty);
        Assert.Equal(_block.InputBits(0, 64), _block.OutputBits(0, 64));
    }

    [Fact]
    public void SilenceFlags_OfTheInput_DoNotHideWhatSounds()
    {
        Start(48_000);
        Fill(0.5f, 0.5f);
        _block.Set(2, 2, 480).Input.SilenceFlags = 3;

        _processor.Process(_block.Data);

        Assert.Equal(0.5, Levels.FirstPeak);
        Fill(0, 0);
        for (int block = 0; block < 500; block++)
        {
            _processor.Process(_block.Data);
        }

        Assert.Equal(0, Levels.FirstMeanSquare);
        Assert.True(double.IsNegativeInfinity(Levels.MomentaryLufs));
    }

    private CaptureRing Start(double sampleRateHz)
    {
        Assert.True(_processor.TrySetup(new ProcessSetup { SampleRate = sampleRateHz, MaxSamplesPerBlock = 8192 }));
        return _processor.Prepare();
    }

    private void Fill(float left, float right)
    {
        for (int channel = 0; channel < _block.MaxChannels; channel++)
        {
            new Span<float>(_block.Inputs[channel], TestBlock.MaxFrames).Fill(channel == 0 ? left : right);
        }
    }

    private void FillWithNoise()
    {
        Random random = new(7);
        for (int channel = 0; channel < _block.MaxChannels; channel++)
        {
            foreach (ref float sample in new Span<float>(_block.Inputs[channel], TestBlock.MaxFrames))
            {
                sample = random.NextSingle() - 0.5f;
            }
        }
    }

    private void Play(int channels, int frames, int blocks)
    {
        for (int block = 0; block < blocks; block++)
        {
            Assert.Equal(Result.Ok, _processor.Process(_block.Set(channels, channels, frames).Data));
        }
    }

    private static List<CaptureHeader> Drain(CaptureRing ring)
    {
        List<CaptureHeader> headers = [];
        while (ring.TryPeek(out CaptureHeader header, out _))
        {
            headers.Add(header);
            ring.Advance();
        }

        return headers;
    }
}
