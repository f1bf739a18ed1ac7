using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Tests;

/// <summary>Synthetic input.</summary>
internal static class Signals
{
    public static float[] Sine(double frequencyHz, double amplitude, double seconds, int sampleRateHz, double phase = 0)
    {
        var samples = new float[(int)Math.Round(seconds * sampleRateHz)];
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = (float)(amplitude * Math.Sin((2 * Math.PI * frequencyHz * i / sampleRateHz) + phase));
        }

        return samples;
    }

    public static float[] Noise(double amplitude, double seconds, int sampleRateHz, int seed)
    {
        var random = new Random(seed);
        var samples = new float[(int)Math.Round(seconds * sampleRateHz)];
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = (float)(amplitude * ((2 * random.NextDouble()) - 1));
        }

        return samples;
    }

    public static AudioBuffer Mono(float[] samples, int sampleRateHz) => new([samples], sampleRateHz);

    public static AudioBuffer Stereo(float[] left, float[] right, int sampleRateHz) => new([left, right], sampleRateHz);

    public static double FromDb(double db) => Math.Pow(10, db / 20);
}
