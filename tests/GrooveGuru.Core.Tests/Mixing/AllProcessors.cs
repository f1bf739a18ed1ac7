using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Mixing.Realtime;

namespace GrooveGuru.Core.Tests.Mixing;

/// <summary>One setting of every processor that really works on the signal.</summary>
internal static class AllProcessors
{
    internal static IReadOnlyList<ProcessorSettings> Settings { get; } =
    [
        new GainSettings(-3.3),
        new ParametricEqSettings(
        [
            new EqBand(EqBandKind.LowShelf, 120, 6, 0.71),
            new EqBand(EqBandKind.Bell, 900, -9, 2),
            new EqBand(EqBandKind.HighShelf, 6000, 4, 0.71),
            new EqBand(EqBandKind.HighPass, 30, 0, 0.71),
            new EqBand(EqBandKind.LowPass, 18000, 0, 0.71),
        ]),
        new CompressorSettings(-24, 4, 5, 80, 6, 3),
        new CompressorSettings(-24, 0.6, 5, 80, 6, -6),
        new CompressorSettings(-24, 4, 5, 80, 6, 3, LevelDetection.Rms),
        new ExpanderSettings(-12, 2, 5, 80, 6, 40, LevelDetection.Peak),
        new ExpanderSettings(-12, 2, 5, 80, 6, 40),
        new SaturatorSettings(12, 70, -3),
        new SaturatorSettings(24, 100, -6, SaturationCurve.SoftClip),
        new StereoWidthSettings(60, 0),
        new StereoWidthSettings(140, 120, InvertRight: true),
        new StereoWidthSettings(100, 0, BalanceDb: -3),
        new StereoDelaySettings(30, 47, 60, 100, 6000, PingPong: false, 40),
        new StereoDelaySettings(30, 47, 98, 0, 20000, PingPong: true, 40),
        new ReverbSettings(1.2, 0.5, 4000, 40, 20, 120, 9000, 100, 30),
        new LimiterSettings(-6, 50, 6),
        new DeclipperSettings(-12, 6, -3),
    ];

    internal static AudioBuffer InBlocks(AudioBuffer audio, ProcessorSettings settings, Func<int> nextBlockFrames)
    {
        AudioBuffer copy = audio.Clone();
        IProcessor processor = ProcessorFactory.Create(settings);
        processor.Prepare(audio.SampleRateHz, audio.ChannelCount, audio.FrameCount);
        Run(processor, copy, nextBlockFrames);
        return copy;
    }

    internal static void Run(IProcessor processor, AudioBuffer audio, Func<int> nextBlockFrames)
    {
        float[][] channels = [.. audio.Channels];
        for (int start = 0; start < audio.FrameCount;)
        {
            int frames = Math.Min(nextBlockFrames(), audio.FrameCount - start);
            processor.Process(new PlanarBlock(channels, start, frames));
            start += frames;
        }
    }
}
