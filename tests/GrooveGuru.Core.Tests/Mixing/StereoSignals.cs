using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Tests.Mixing;

/// <summary>Test signals made by code, with fixed seeds.</summary>
internal static class StereoSignals
{
    internal const int RateHz = 48000;

    internal static AudioBuffer Stereo(int frames, Func<int, double> left, Func<int, double> right, int rateHz = RateHz) =>
        new(
            [
                [.. Enumerable.Range(0, frames).Select(i => (float)left(i))],
                [.. Enumerable.Range(0, frames).Select(i => (float)right(i))],
            ],
            rateHz);

    internal static AudioBuffer Noise(int seed, double seconds = 1, double level = 0.3, int rateHz = RateHz)
    {
        var random = new Random(seed);
        return Stereo(
            (int)(seconds * rateHz),
            _ => level * ((2 * random.NextDouble()) - 1),
            _ => level * ((2 * random.NextDouble()) - 1),
            rateHz);
    }

    internal static AudioBuffer Sine(double frequencyHz, double level, double seconds = 1, int rateHz = RateHz)
    {
        double Wave(int i) => level * Math.Sin(2 * Math.PI * frequencyHz * i / rateHz);
        return Stereo((int)(seconds * rateHz), Wave, Wave, rateHz);
    }

    /// <summary>Level of a sine at one frequency, by correlation with it over the given frames.</summary>
    internal static double SineLevelDb(ReadOnlySpan<float> samples, double frequencyHz, int rateHz)
    {
        double re = 0;
        double im = 0;
        double weight = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            double window = 0.5 - (0.5 * Math.Cos(2 * Math.PI * (i + 0.5) / samples.Length));
            double phase = 2 * Math.PI * frequencyHz * i / rateHz;
            re += window * samples[i] * Math.Cos(phase);
            im += window * samples[i] * Math.Sin(phase);
            weight += window;
        }

        return 20 * Math.Log10(2 * Math.Sqrt((re * re) + (im * im)) / weight);
    }

    /// <summary>True peak by 16-fold interpolation with a long sinc, apart from any code under test.</summary>
    internal static double TruePeakDb(AudioBuffer audio)
    {
        const int HalfTaps = 32;
        const int Factor = 16;
        double peak = 0;
        for (int channel = 0; channel < audio.ChannelCount; channel++)
        {
            ReadOnlySpan<float> samples = audio.Channel(channel);
            for (int phase = 0; phase < Factor; phase++)
            {
                var taps = new double[2 * HalfTaps];
                for (int tap = 0; tap < taps.Length; tap++)
                {
                    double distance = tap - (HalfTaps - 1) - ((double)phase / Factor);
                    double window = Math.Abs(distance) < HalfTaps ? 0.5 + (0.5 * Math.Cos(Math.PI * distance / HalfTaps)) : 0;
                    taps[tap] = window * (distance == 0 ? 1 : Math.Sin(Math.PI * distance) / (Math.PI * distance));
                }

                for (int i = 0; i < samples.Length; i++)
                {
                    double sum = 0;
                    for (int tap = 0; tap < taps.Length; tap++)
                    {
                        int index = i + tap - (HalfTaps - 1);
                        if (index >= 0 && index < samples.Length)
                        {
                            sum += taps[tap] * samples[index];
                        }
                    }

                    peak = Math.Max(peak, Math.Abs(sum));
                }
            }
        }

        return 20 * Math.Log10(peak);
    }
}
