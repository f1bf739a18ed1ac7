using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Processing;
using GrooveGuru.Plugin.Processing.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Processing.Realtime;

/// <summary>How the track comes back when a preview ends.</summary>
public sealed unsafe class PreviewEndTests
{
    private readonly PreviewTrack _track = new();

    [Theory]
    [InlineData((int)PreviewEnd.Stopped)]
    [InlineData((int)PreviewEnd.HostPlays)]
    [InlineData((int)PreviewEnd.Bypassed)]
    public void Play_ThatIsEnded_FadesBackAndThenPassesBitForBit(int end)
    {
        _track.Begin(20_000);
        using TestBlock block = PreviewTrack.Noise(8);
        _track.Processor.Process(block.Set(2, 2, 1024).Data);
        switch ((PreviewEnd)end)
        {
            case PreviewEnd.Stopped:
                _track.Ring.Stop();
                break;
            case PreviewEnd.HostPlays:
                block.Context.State = (uint)ProcessContextState.Playing;
                break;
            default:
                _track.Values.Publish(ParameterIds.Bypass, 1);
                break;
        }

        _track.Processor.Process(block.Data);
        Assert.Equal((PreviewEnd)end, _track.Ring.End);
        float share = (PreviewTrack.FadeFrames - 240) / (float)PreviewTrack.FadeFrames;
        Assert.Equal((block.Inputs[0][239] * (1 - share)) + (PreviewTrack.Sample(1024 + 239) * share), block.Outputs[0][239], 1e-6);
        Assert.Equal(block.InputBits(0, 1024)[PreviewTrack.FadeFrames..], block.OutputBits(0, 1024)[PreviewTrack.FadeFrames..]);

        (block.Context.State, _track.Values.Memory[ParameterIds.Bypass]) = (0, 0);
        _track.Processor.Process(block.Data);
        Assert.Equal(block.InputBits(0, 1024), block.OutputBits(0, 1024)); // it does not begin again
    }

    [Fact]
    public void Play_WhileTheHostRenders_TouchesNoBit()
    {
        _track.Begin(20_000);
        using TestBlock block = PreviewTrack.Noise(9);
        _track.Processor.Process(block.Set(2, 2, 1024).Data);
        block.Data->ProcessMode = ProcessMode.Offline;

        _track.Processor.Process(block.Data);

        Assert.Equal(PreviewEnd.HostRenders, _track.Ring.End);
        Assert.Equal(block.InputBits(0, 1024), block.OutputBits(0, 1024));
    }

    [Fact]
    public void Play_WhenTheHostPlaysAlready_IsNotHeardAtAll()
    {
        _track.Begin(20_000);
        using TestBlock block = PreviewTrack.Noise(10);
        block.Set(2, 2, 1024).Context.State = (uint)ProcessContextState.Playing;

        _track.Processor.Process(block.Data);

        Assert.Equal((PreviewEnd.HostPlays, 0L), (_track.Ring.End, _track.Ring.HeardFrames));
        Assert.Equal(block.InputBits(1, 1024), block.OutputBits(1, 1024));
    }

    [Fact]
    public void Begin_WhereItCannotBe_IsRefused()
    {
        Assert.False(_track.Processor.TryBegin(_track.Ring, 44100));
        _track.Begin(1000);
        Assert.False(_track.Processor.TryBegin(new PreviewRing(PreviewTrack.SampleRateHz), PreviewTrack.SampleRateHz));
        _track.Processor.Release();
        Assert.False(_track.Processor.TryBegin(_track.Ring, PreviewTrack.SampleRateHz));
    }

    [Fact]
    public void Release_WhileAPreviewIsHeard_TakesItAwayForGood()
    {
        _track.Begin(20_000);
        using TestBlock block = PreviewTrack.Noise(11);
        _track.Processor.Process(block.Set(2, 2, 1024).Data);

        _track.Processor.Release();
        _track.Processor.Process(block.Data);
        Assert.Equal(block.InputBits(0, 1024), block.OutputBits(0, 1024));
        _track.Processor.Prepare();
        _track.Processor.Process(block.Data);

        Assert.Equal(block.InputBits(0, 1024), block.OutputBits(0, 1024));
    }
}
