using System.Runtime.InteropServices;
using GrooveGuru.Core.Tests;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Processing;
using GrooveGuru.Plugin.Processing.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Processing.Realtime;

public sealed unsafe class PreviewTapTests
{
    private readonly PreviewTrack _track = new();

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(480)]
    [InlineData(1021)]
    [InlineData(8192)]
    public void Play_WholePreview_ComesOutBetweenFadesAndNothingElseIsTouched(int blockFrames)
    {
        const int Length = 3000;
        _track.Begin(Length);
        List<(float In, float Out)> left = [], right = [];
        using TestBlock block = PreviewTrack.Noise(1);
        while (left.Count < Length + 1000)
        {
            Assert.Equal(Result.Ok, _track.Processor.Process(block.Set(2, 2, blockFrames).Data));
            Keep(block, 0, blockFrames, left);
            Keep(block, 1, blockFrames, right);
        }

        Assert.Equal(PreviewEnd.AllHeard, _track.Ring.End);
        foreach ((List<(float In, float Out)> side, float sign) in new[] { (left, 1f), (right, -1f) })
        {
            for (int frame = 0; frame < side.Count; frame++)
            {
                (float input, float output) = side[frame];
                float share = Math.Clamp(Math.Min(frame + 1, Length - 1 - frame) / (float)PreviewTrack.FadeFrames, 0, 1);
                float expected = share == 0 ? input : share == 1 ? sign * PreviewTrack.Sample(frame) : (input * (1 - share)) + (sign * PreviewTrack.Sample(frame) * share);
                Assert.True(
                    share is 0 or 1
                        ? BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(output)
                        : Math.Abs(expected - output) < 1e-6,
                    $"frame {frame}, share {share}: {output} instead of {expected}");
            }
        }
    }

    [Fact]
    public void Play_BesideCapture_LeavesTheInputToMetersAndBridge()
    {
        _track.Begin(3000);
        using TestBlock block = PreviewTrack.Noise(2);

        _track.Processor.Process(block.Set(2, 2, 2048).Data);

        Assert.True(_track.Processor.Ring!.TryPeek(out CaptureHeader header, out ReadOnlySpan<byte> captured));
        ReadOnlySpan<int> samples = MemoryMarshal.Cast<byte, int>(captured);
        int[] inputs = block.InputBits(0, header.FrameCount);
        for (int frame = 0; frame < header.FrameCount; frame++)
        {
            Assert.Equal(inputs[frame], samples[2 * frame]);
        }

        Assert.NotEqual(block.InputBits(0, 2048), block.OutputBits(0, 2048));
    }

    [Fact]
    public void Play_OnAMonoTrack_LetsBothSidesBeHeard()
    {
        _track.Ring.Write(PreviewTrack.Constant(0.5f, 4000), PreviewTrack.Constant(0.25f, 4000));
        _track.Ring.Finish();
        Assert.True(_track.Processor.TryBegin(_track.Ring, PreviewTrack.SampleRateHz));
        using TestBlock block = PreviewTrack.Noise(3);

        _track.Processor.Process(block.Set(1, 1, 1000).Data);

        Assert.Equal(0.375f, block.Outputs[0][PreviewTrack.FadeFrames]);
        Assert.Equal(0.375f, block.Outputs[0][999]);
    }

    [Fact]
    public void Play_OnSixChannels_KeepsTheOthersSilent()
    {
        _track.Begin(4000);
        using TestBlock block = PreviewTrack.Noise(4);
        block.Set(6, 6, 1000).Output.SilenceFlags = 0;
        block.Input.SilenceFlags = 63;

        _track.Processor.Process(block.Data);

        Assert.Equal(-PreviewTrack.Sample(700), block.Outputs[1][700]);
        Assert.All(Enumerable.Range(2, 4), channel => Assert.Equal(0, block.Outputs[channel][700]));
        Assert.Equal(0UL, block.Output.SilenceFlags);
    }

    [Fact]
    public void Play_InPlaceAndWithAMissingBuffer_IsHeardOnTheOther()
    {
        _track.Begin(4000);
        using TestBlock block = PreviewTrack.Noise(5);
        block.Set(2, 2, 1000);
        float* kept = block.Inputs[0];
        block.Output.Channels = block.Input.Channels;
        block.Inputs[0] = null;

        _track.Processor.Process(block.Data);

        Assert.Equal(-PreviewTrack.Sample(700), block.Inputs[1][700]);
        block.Inputs[0] = kept;
        block.Output.Channels = null;
        Assert.Equal(Result.Ok, _track.Processor.Process(block.Data));
        block.Data->Outputs = null;
        Assert.Equal(Result.Ok, _track.Processor.Process(block.Data));
        Assert.Equal(3000, _track.Ring.HeardFrames); // its time goes on
    }

    [Fact]
    public void Play_In64Bit_IsTheSame()
    {
        _track.Begin(3000);
        using TestBlock block = PreviewTrack.Noise(6);
        block.Set(2, 2, 1000).Data->SymbolicSampleSize = SampleSize.Float64; // the buffers are long enough for as many doubles
        for (int frame = 0; frame < 1000; frame++)
        {
            ((double*)block.Inputs[0])[frame] = 0.125;
        }

        _track.Processor.Process(block.Data);

        Assert.Equal((double)PreviewTrack.Sample(700), ((double*)block.Outputs[0])[700]);
        double share = 240.0 / PreviewTrack.FadeFrames;
        Assert.Equal((0.125 * (1 - share)) + (PreviewTrack.Sample(239) * share), ((double*)block.Outputs[0])[239], 1e-9);
    }

    [Fact]
    public void Play_WithNothingReady_IsSilentAndGoesOnWhenThereIs()
    {
        _track.Ring.Write(PreviewTrack.Constant(0.5f, 1000), PreviewTrack.Constant(0.5f, 1000));
        Assert.True(_track.Processor.TryBegin(_track.Ring, PreviewTrack.SampleRateHz));
        using TestBlock block = PreviewTrack.Noise(7);

        _track.Processor.Process(block.Set(2, 2, 1500).Data);
        Assert.Equal(0.5f, block.Outputs[0][999]);
        Assert.All(Enumerable.Range(1000, 500), frame => Assert.Equal(0, block.Outputs[0][frame]));
        Assert.Equal(500, _track.Ring.MissingFrames);

        _track.Ring.Write(PreviewTrack.Constant(0.25f, 1000), PreviewTrack.Constant(0.25f, 1000));
        _track.Processor.Process(block.Data);
        Assert.Equal(0.25f, block.Outputs[0][0]);
        Assert.Equal(PreviewEnd.None, _track.Ring.End);
    }

    [Fact]
    public void Play_WithEverythingChanging_AllocatesNothing()
    {
        using TestBlock block = PreviewTrack.Noise(12);
        float[] sound = PreviewTrack.Constant(0.5f, 8192);
        PreviewRing[] rings = [.. Enumerable.Range(0, 8 * 40).Select(_ => new PreviewRing(8000))];
        int next = 0;
        Assert.Equal(0, Allocations.OfLeastPass(() =>
        {
            for (int hearing = 0; hearing < 40; hearing++)
            {
                PreviewRing ring = rings[next++ % rings.Length];
                _track.Processor.State->Preview = (nint)ring.Memory;
                for (int round = 0; round < 20; round++)
                {
                    int channels = 1 + (round % 3), frames = (round * 137) % 4096;
                    if (ring.FreeFrames >= frames)
                    {
                        ring.Write(sound.AsSpan(0, frames), sound.AsSpan(0, frames));
                    }

                    block.Set(channels, channels, frames).Data->SymbolicSampleSize = round % 5 == 0 ? SampleSize.Float64 : SampleSize.Float32;
                    block.Data->ProcessMode = hearing % 7 == 6 && round == 19 ? ProcessMode.Offline : ProcessMode.Realtime;
                    block.Context.State = hearing % 3 == 2 && round > 15 ? (uint)ProcessContextState.Playing : 0;
                    _track.Values.Publish(ParameterIds.Bypass, hearing % 5 == 4 && round > 10 ? 1 : 0);
                    if (hearing % 4 == 3 && round == 12)
                    {
                        ring.Stop();
                    }

                    _track.Processor.Process(block.Data);
                }

                _track.Processor.State->Preview = 0;
            }
        }));
    }

    private static void Keep(TestBlock block, int channel, int frames, List<(float In, float Out)> to)
    {
        for (int frame = 0; frame < frames; frame++)
        {
            to.Add((block.Inputs[channel][frame], block.Outputs[channel][frame]));
        }
    }
}
