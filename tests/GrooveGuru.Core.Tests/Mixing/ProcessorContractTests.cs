using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Mixing.Realtime;

namespace GrooveGuru.Core.Tests.Mixing;

/// <summary>What holds for every processor.</summary>
public class ProcessorContractTests
{
    public static TheoryData<int> Indices { get; } = [.. Enumerable.Range(0, AllProcessors.Settings.Count)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Process_SplitBlocks_SameBits(int index)
    {
        ProcessorSettings settings = AllProcessors.Settings[index];
        AudioBuffer noise = StereoSignals.Noise(7);
        var random = new Random(11);
        AudioBuffer whole = AllProcessors.InBlocks(noise, settings, () => noise.FrameCount);
        AudioBuffer split = AllProcessors.InBlocks(noise, settings, () => random.Next(1, 300));
        Assert.Equal(whole.Channels[0], split.Channels[0]);
        Assert.Equal(whole.Channels[1], split.Channels[1]);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Reset_AfterUse_SameBitsAsFresh(int index)
    {
        IProcessor processor = ProcessorFactory.Create(AllProcessors.Settings[index]);
        AudioBuffer first = StereoSignals.Noise(1, 0.2);
        AudioBuffer second = first.Clone();
        processor.Prepare(first.SampleRateHz, 2, first.FrameCount);
        AllProcessors.Run(processor, first, () => 512);
        processor.Reset();
        AllProcessors.Run(processor, second, () => 512);
        Assert.Equal(first.Channels[0], second.Channels[0]);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Process_FiniteExtremes_GivesNoNaN(int index)
    {
        float[] extremes = [0, float.MaxValue, -float.MaxValue, float.Epsilon, 1, -1, 1e-30f, 1e20f];
        var random = new Random(3);
        double Next(int _) => extremes[random.Next(extremes.Length)];
        AudioBuffer audio = AllProcessors.InBlocks(
            StereoSignals.Stereo(4000, Next, Next), AllProcessors.Settings[index], () => 64);
        Assert.DoesNotContain(audio.Channels[0], float.IsNaN);
        Assert.DoesNotContain(audio.Channels[1], float.IsNaN);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Process_Silence_StaysSilent(int index)
    {
        AudioBuffer audio = AllProcessors.InBlocks(new AudioBuffer(2, 5000, 44100), AllProcessors.Settings[index], () => 64);
        Assert.All(audio.Channels, channel => Assert.All(channel, sample => Assert.Equal(0, sample)));
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Process_InUse_AllocatesNothing(int index)
    {
        IProcessor processor = ProcessorFactory.Create(AllProcessors.Settings[index]);
        float[][] channels = [.. StereoSignals.Noise(5, 0.2).Channels];
        processor.Prepare(StereoSignals.RateHz, 2, 512);
        Assert.Equal(0, Allocations.OfLeastPass(() => Pass(processor, channels)));
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Prepare_NoFormat_Throws(int index)
    {
        IProcessor processor = ProcessorFactory.Create(AllProcessors.Settings[index]);
        Assert.Throws<ArgumentOutOfRangeException>(() => processor.Prepare(0, 2, 64));
        Assert.Throws<ArgumentOutOfRangeException>(() => processor.Prepare(48000, 0, 64));
        Assert.Throws<ArgumentOutOfRangeException>(() => processor.Prepare(48000, 2, 0));
    }

    private static void Pass(IProcessor processor, float[][] channels)
    {
        int frames = 1;
        for (int start = 0; start + frames <= channels[0].Length; frames = (frames * 7 % 500) + 1)
        {
            processor.Process(new PlanarBlock(channels, start, frames));
            start += frames;
        }

        processor.Reset();
    }
}
