using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Advice;

/// <summary>What can be wrong with a mix, done to one on purpose.</summary>
internal static class Faults
{
    internal static AudioBuffer LowShelf(AudioBuffer audio, double gainDb) => Normalised(
        Eq(audio, new EqBand(EqBandKind.LowShelf, 150, gainDb, 0.71)));

    internal static AudioBuffer LowMid(AudioBuffer audio, double gainDb) => Normalised(
        Eq(audio, new EqBand(EqBandKind.Bell, 280, gainDb, 0.7)));

    internal static AudioBuffer HighShelf(AudioBuffer audio, double gainDb) => Normalised(
        Eq(audio, new EqBand(EqBandKind.HighShelf, 4000, gainDb, 0.71)));

    internal static AudioBuffer Harsh(AudioBuffer audio, double gainDb) => Normalised(
        Eq(audio, new EqBand(EqBandKind.Bell, 3500, gainDb, 1)));

    internal static AudioBuffer Gain(AudioBuffer audio, double gainDb) => ChainRenderer.Render(audio, [new GainSettings(gainDb)]);

    /// <summary>Turned up past full scale and cut off there.</summary>
    internal static AudioBuffer Clip(AudioBuffer audio, double overDb) =>
        Map(Gain(Normalised(audio, 1), overDb), sample => Math.Clamp(sample, -1, 1));

    /// <summary>Driven into a soft ceiling until nothing stands out.</summary>
    internal static AudioBuffer Crush(AudioBuffer audio, double driveDb) =>
        Map(Gain(Normalised(audio, 1), driveDb), sample => 0.8f * MathF.Tanh(sample));

    internal static AudioBuffer InvertRight(AudioBuffer audio) =>
        ChainRenderer.Render(audio, [new StereoWidthSettings(100, 0, InvertRight: true)]);

    internal static AudioBuffer Width(AudioBuffer audio, double percent) =>
        ChainRenderer.Render(audio, [new StereoWidthSettings(percent, 0)]);

    private static AudioBuffer Eq(AudioBuffer audio, EqBand band) => ChainRenderer.Render(audio, [new ParametricEqSettings([band])]);

    // The fault is to be the only one: no clipping from the boost.
    private static AudioBuffer Normalised(AudioBuffer audio, float peakLevel = 0.7f)
    {
        float peak = audio.Channels.Max(channel => channel.Max(Math.Abs));
        return Map(audio, sample => sample * peakLevel / peak);
    }

    private static AudioBuffer Map(AudioBuffer audio, Converter<float, float> map) =>
        new([.. audio.Channels.Select(channel => Array.ConvertAll(channel, map))], audio.SampleRateHz);
}
