using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Tests.Advice;

/// <summary>A mix with nothing to fix, made by code: noise in the reference balance with a side, a chord, and drums.</summary>
internal static class HealthyMix
{
    internal const int RateHz = 44100;

    private const double PeakLevel = 0.7;

    private static readonly Lazy<AudioBuffer> Made = new(() => Make(seed: 5));

    /// <summary>About 6 s of it, a new copy each time.</summary>
    internal static AudioBuffer Copy() => Made.Value.Clone();

    internal static AudioBuffer Make(int seed)
    {
        var random = new Random(seed);
        float[] mid = ReferenceNoise(random);
        float[] side = ReferenceNoise(random);
        float[] chord = Chord(mid.Length);
        float[] drums = Drums(random, mid.Length);
        var left = new float[mid.Length];
        var right = new float[mid.Length];
        for (int i = 0; i < mid.Length; i++)
        {
            double middle = mid[i] + (0.5 * chord[i]) + (2.2 * drums[i]);
            left[i] = (float)(middle + (0.4 * side[i]));
            right[i] = (float)(middle - (0.4 * side[i]));
        }

        float peak = Math.Max(left.Max(Math.Abs), right.Max(Math.Abs));
        float gain = (float)(PeakLevel / peak);
        return new AudioBuffer(
            [Array.ConvertAll(left, sample => sample * gain), Array.ConvertAll(right, sample => sample * gain)], RateHz);
    }

    // Random phases under the reference's power density: the inverse transform of a drawn spectrum. RMS 1.
    private static float[] ReferenceNoise(Random random)
    {
        const int Size = 1 << 18;
        var fft = new RealFft(Size);
        var real = new float[fft.BinCount];
        var imaginary = new float[fft.BinCount];
        for (int bin = 1; bin < fft.BinCount - 1; bin++)
        {
            double hz = (double)bin * RateHz / Size;
            if (hz < 20)
            {
                continue;
            }

            // A third octave holds bins in proportion to its frequency, so the density is the band's level less that.
            double amplitude = Math.Pow(10, TonalBalanceReference.LevelDb(hz) / 20) / Math.Sqrt(hz);
            double phase = 2 * Math.PI * random.NextDouble();
            real[bin] = (float)(amplitude * Math.Cos(phase));
            imaginary[bin] = (float)(amplitude * Math.Sin(phase));
        }

        var noise = new float[Size];
        fft.Inverse(real, imaginary, noise);
        float rms = (float)Math.Sqrt(noise.Average(sample => (double)sample * sample));
        return Array.ConvertAll(noise, sample => sample / rms);
    }

    private static float[] Chord(int frames)
    {
        double[] notesHz = [110, 220, 277.18, 329.63, 440, 659.26];
        var chord = new float[frames];
        for (int i = 0; i < frames; i++)
        {
            chord[i] = (float)notesHz.Sum(hz => Math.Sin(2 * Math.PI * hz * i / RateHz) * Math.Sqrt(110 / hz) / notesHz.Length);
        }

        return chord;
    }

    // A kick on every beat and a snare on every other, 120 BPM.
    private static float[] Drums(Random random, int frames)
    {
        var drums = new float[frames];
        int beat = RateHz / 2;
        for (int start = 0, count = 0; start < frames; start += beat, count++)
        {
            for (int i = 0; i < beat && start + i < frames; i++)
            {
                double seconds = (double)i / RateHz;
                double kick = Math.Sin(2 * Math.PI * 65 * seconds) * Math.Exp(-seconds / 0.06);
                double snare = count % 2 == 1 ? 0.8 * ((2 * random.NextDouble()) - 1) * Math.Exp(-seconds / 0.05) : 0;
                drums[start + i] = (float)(1.5 * (kick + snare));
            }
        }

        return drums;
    }
}
