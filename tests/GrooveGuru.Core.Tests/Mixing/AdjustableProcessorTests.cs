using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Mixing.Realtime;

namespace GrooveGuru.Core.Tests.Mixing;

/// <summary>What holds for every processor whose parameters may change while it runs.</summary>
public class AdjustableProcessorTests
{
    /// <summary>Per processor: where it starts, then settings of which each changes one parameter; together all of them.</summary>
    private static readonly ProcessorSettings[][] Walks =
    [
        Walk(
            new CompressorSettings(-24, 4, 5, 80, 6, 3),
            s => s with { ThresholdDb = -40 },
            s => s with { Ratio = 0.7 },
            s => s with { AttackMs = 50 },
            s => s with { ReleaseMs = 300 },
            s => s with { KneeDb = 0 },
            s => s with { MakeupDb = -12 },
            s => s with { Detection = LevelDetection.Rms }),
        Walk(
            new ExpanderSettings(-24, 4, 5, 80, 6, 30),
            s => s with { ThresholdDb = -10 },
            s => s with { Ratio = 2 },
            s => s with { AttackMs = 50 },
            s => s with { ReleaseMs = 300 },
            s => s with { KneeDb = 0 },
            s => s with { RangeDb = 6 },
            s => s with { Detection = LevelDetection.Peak }),
        Walk(
            new SaturatorSettings(12, 70, -3),
            s => s with { DriveDb = 24 },
            s => s with { MixPercent = 100 },
            s => s with { OutputDb = 6 },
            s => s with { Curve = SaturationCurve.SoftClip }),
        Walk(
            new StereoDelaySettings(30, 47, 60, 100, 6000, PingPong: false, 40),
            s => s with { LeftMs = 2000 },
            s => s with { RightMs = 1 },
            s => s with { FeedbackPercent = 98 },
            s => s with { LowCutHz = 0 },
            s => s with { HighCutHz = 20000 },
            s => s with { PingPong = true },
            s => s with { MixPercent = 100 }),
        Walk(
            new ReverbSettings(1.2, 0.5, 4000, 40, 20, 120, 9000, 100, 30),
            s => s with { DecaySeconds = 10 },
            s => s with { HighDecayRatio = 1 },
            s => s with { CrossoverHz = 1000 },
            s => s with { SizePercent = 100 },
            s => s with { PreDelayMs = 250 },
            s => s with { LowCutHz = 20 },
            s => s with { HighCutHz = 20000 },
            s => s with { WidthPercent = 0 },
            s => s with { MixPercent = 100 }),
    ];

    public static TheoryData<int> Indices { get; } = [.. Enumerable.Range(0, Walks.Length)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Walk_EveryKind_ChangesEveryParameter(int index)
    {
        ProcessorSettings[] walk = Walks[index];
        int settable = walk[0].GetType().GetProperties().Count(property => property.CanWrite);
        Assert.Equal(settable, walk.Length - 1);
        Assert.Equal(walk.Length, walk.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Adjust_EveryParameterWhileRunning_AllocatesNothing(int index)
    {
        float[][] channels = [.. StereoSignals.Noise(5, 2).Channels];
        var processor = (IAdjustableProcessor)ProcessorFactory.Create(Walks[index][0]);
        processor.Prepare(StereoSignals.RateHz, 2, 2048);
        Assert.Equal(0, Allocations.OfLeastPass(() => Pass(processor, channels, Walks[index])));
        Assert.All(channels, channel => Assert.All(channel, sample => Assert.True(float.IsFinite(sample))));
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Adjust_ThenReset_SameBitsAsFresh(int index)
    {
        foreach (ProcessorSettings settings in Walks[index])
        {
            AudioBuffer expected = AllProcessors.InBlocks(StereoSignals.Noise(6, 0.2), settings, () => 256);
            var processor = (IAdjustableProcessor)ProcessorFactory.Create(Walks[index][0]);
            AudioBuffer audio = StereoSignals.Noise(6, 0.2);
            processor.Prepare(StereoSignals.RateHz, 2, 256);
            Assert.True(processor.Adjust(settings));
            processor.Reset();
            AllProcessors.Run(processor, audio, () => 256);
            Assert.Equal(expected.Channels[0], audio.Channels[0]);
        }
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Adjust_SettingsOfAnotherKind_ChangesNothing(int index)
    {
        var processor = (IAdjustableProcessor)ProcessorFactory.Create(Walks[index][0]);
        processor.Prepare(StereoSignals.RateHz, 2, 256);
        Assert.False(processor.Adjust(new GainSettings(6)));
        AudioBuffer audio = StereoSignals.Noise(6, 0.2);
        AllProcessors.Run(processor, audio, () => 256);
        Assert.Equal(AllProcessors.InBlocks(StereoSignals.Noise(6, 0.2), Walks[index][0], () => 256).Channels[0], audio.Channels[0]);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Process_BeforePrepare_DoesNothing(int index)
    {
        AudioBuffer audio = StereoSignals.Noise(6, 0.1);
        AllProcessors.Run(ProcessorFactory.Create(Walks[index][0]), audio, () => 256);
        Assert.Equal(StereoSignals.Noise(6, 0.1).Channels[0], audio.Channels[0]);
    }

    private static ProcessorSettings[] Walk<T>(T start, params Func<T, T>[] changes)
        where T : ProcessorSettings
    {
        var walk = new List<T> { start };
        foreach (Func<T, T> change in changes)
        {
            walk.Add(change(walk[^1]));
        }

        return [.. walk];
    }

    private static void Pass(IAdjustableProcessor processor, float[][] channels, ProcessorSettings[] walk)
    {
        int frames = 1;
        int step = 0;
        for (int start = 0; start + frames <= channels[0].Length; frames = (frames * 7 % 2000) + 1)
        {
            processor.Process(new PlanarBlock(channels, start, frames));
            start += frames;
            processor.Adjust(walk[step++ % walk.Length]);
        }

        processor.Reset();
    }
}
