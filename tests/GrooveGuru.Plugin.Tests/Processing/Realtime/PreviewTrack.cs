using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Processing;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Processing.Realtime;

/// <summary>An active processor with a preview for it.</summary>
internal sealed unsafe class PreviewTrack
{
    public const int SampleRateHz = 48000, FadeFrames = 480;

    public PreviewTrack()
    {
        Processor = new AudioProcessor(Values);
        Assert.True(Processor.TrySetup(new ProcessSetup { SampleRate = SampleRateHz, MaxSamplesPerBlock = TestBlock.MaxFrames }));
        Processor.Prepare();
    }

    public ParameterValues Values { get; } = new();

    public AudioProcessor Processor { get; }

    public PreviewRing Ring { get; } = new(SampleRateHz);

    /// <summary>What the preview has on the left; on the right it is turned over.</summary>
    public static float Sample(int frame) => MathF.Sin(frame * 0.05f) * 0.8f;

    public static float[] Constant(float value, int frames)
    {
        float[] samples = new float[frames];
        samples.AsSpan().Fill(value);
        return samples;
    }

    /// <summary>A block with noise on every input.</summary>
    public static TestBlock Noise(int seed)
    {
        TestBlock block = new(seed);
        Random random = new(seed);
        for (int channel = 0; channel < block.MaxChannels; channel++)
        {
            for (int frame = 0; frame < TestBlock.MaxFrames; frame++)
            {
                block.Inputs[channel][frame] = (float)(random.NextDouble() - 0.5);
            }
        }

        return block;
    }

    /// <summary>Lets a preview of so many frames be heard from the next block on.</summary>
    public void Begin(int frames)
    {
        float[] left = [.. Enumerable.Range(0, frames).Select(Sample)];
        Ring.Write(left, [.. left.Select(sample => -sample)]);
        Ring.Finish();
        Assert.True(Processor.TryBegin(Ring, SampleRateHz));
    }
}
