using System.Numerics.Tensors;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Evaluation;

/// <summary>The rumble of footsteps, traffic and shaken stands: noise from about 18 to 45 Hz, alike in all channels.</summary>
internal static class Rumble
{
    private const double LowHz = 18;
    private const double HighHz = 45;

    /// <summary>Audio with rumble.</summary>
    /// <param name="audio">Planar audio; not changed.</param>
    /// <param name="overTrackDb">RMS of the rumble over that of the loudest channel, dB.</param>
    /// <param name="seed">Of the noise.</param>
    internal static AudioBuffer Add(AudioBuffer audio, double overTrackDb, uint seed)
    {
        var random = new Random((int)(seed & 0x7FFFFFFF));
        var noise = new AudioBuffer(1, audio.FrameCount, audio.SampleRateHz);
        foreach (ref float sample in noise.Channel(0))
        {
            sample = (float)((2 * random.NextDouble()) - 1);
        }

        noise = ChainRenderer.Render(noise, [new ParametricEqSettings(
        [
            new EqBand(EqBandKind.HighPass, LowHz, 0, 0.71),
            new EqBand(EqBandKind.LowPass, HighHz, 0, 0.54),
            new EqBand(EqBandKind.LowPass, HighHz, 0, 1.31),
        ])]);
        float gain = (float)(audio.Channels.Max(Rms) * Math.Pow(10, overTrackDb / 20) / Math.Max(Rms(noise.Channels[0]), 1e-12f));
        AudioBuffer noisy = audio.Clone();
        foreach (float[] samples in noisy.Channels)
        {
            TensorPrimitives.MultiplyAdd(noise.Channel(0), gain, samples, samples);
        }

        return noisy;
    }

    private static float Rms(float[] samples) =>
        samples.Length == 0 ? 0 : TensorPrimitives.Norm<float>(samples) / MathF.Sqrt(samples.Length);
}
