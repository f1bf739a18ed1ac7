using GrooveGuru.Core.Features.Stages;

namespace GrooveGuru.Fitting.Sounds;

/// <summary>Sounds of the open air, with events at random times.</summary>
internal static class NaturalSounds
{
    private const int RateHz = AnalysisRate.SampleRateHz;

    private static readonly double[] DropsPerSecond = [1, 6, 25];
    private static readonly double[] ClicksPerSecond = [1, 3, 8];
    private static readonly double[] NoiseSmoothing = [1, 0.2, 0.05, 0.01];

    /// <summary>Whales: gliding tones of random length, with gaps, in the noise of the sea.</summary>
    public static void Calls(float[] mono, Random random)
    {
        AddNoise(mono, random, 0.05, _ => 0.15);
        double at = random.NextDouble();
        while (at * RateHz < mono.Length)
        {
            double length = random.Between(0.6, 3.5);
            Glide(mono, random, (int)(at * RateHz), (int)(length * RateHz));
            at += length + random.Between(0.1, 3);
        }
    }

    /// <summary>Wind that swells slowly, and drops.</summary>
    public static void Rain(float[] mono, Random random)
    {
        double swell = 0;
        AddNoise(mono, random, 0.1, _ => 1 + (60 * (swell += 0.000_05 * (random.Normal() - swell))));
        double perSecond = random.OneOf(DropsPerSecond);
        for (double at = random.Wait(perSecond); at * RateHz < mono.Length; at += random.Wait(perSecond))
        {
            double gain = 2 * random.Wait(1), hz = random.Between(500, 6000);
            Add(mono, (int)(at * RateHz), 2000, sample => gain * Math.Exp(-sample / 200.0) * Math.Sin(2 * Math.PI * hz * sample / RateHz));
        }
    }

    /// <summary>Steady noise, from white to brown.</summary>
    public static void Noise(float[] mono, Random random)
    {
        double smoothing = random.OneOf(NoiseSmoothing);
        AddNoise(mono, random, smoothing, _ => 1);
    }

    /// <summary>Clicks at random times.</summary>
    public static void Clicks(float[] mono, Random random)
    {
        double perSecond = random.OneOf(ClicksPerSecond);
        for (double at = random.Wait(perSecond); at * RateHz < mono.Length; at += random.Wait(perSecond))
        {
            Add(mono, (int)(at * RateHz), 600, sample => Math.Exp(-sample / 80.0) * random.Normal());
        }
    }

    private static void Glide(float[] mono, Random random, int first, int length)
    {
        double fromHz = random.Between(80, 500), ratio = random.Between(0.5, 2);
        double vibratoHz = random.Between(3, 7), vibrato = random.Between(0, 0.03), phase = 0;
        Add(mono, first, length, sample =>
        {
            double share = (double)sample / length;
            double hz = fromHz * Math.Pow(ratio, share) * (1 + (vibrato * Math.Sin(2 * Math.PI * vibratoHz * sample / RateHz)));
            phase += 2 * Math.PI * hz / RateHz;
            double wave = Math.Sin(phase) + (0.5 * Math.Sin(2 * phase)) + (0.25 * Math.Sin(3 * phase));
            return Math.Pow(Math.Sin(Math.PI * share), 0.7) * wave;
        });
    }

    private static void AddNoise(float[] mono, Random random, double smoothing, Func<int, double> gain)
    {
        double smooth = 0;
        Add(mono, 0, mono.Length, sample => gain(sample) * (smooth += smoothing * (random.Normal() - smooth)));
    }

    private static void Add(float[] mono, int first, int length, Func<int, double> sound)
    {
        for (int sample = 0; sample < length && first + sample < mono.Length; sample++)
        {
            mono[first + sample] += (float)sound(sample);
        }
    }
}
