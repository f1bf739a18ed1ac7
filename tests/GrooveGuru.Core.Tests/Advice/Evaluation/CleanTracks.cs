using GrooveGuru.Core.Advice.Evaluation;
using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Tests.Advice.Evaluation;

/// <summary>Clean tracks made by code.</summary>
internal static class CleanTracks
{
    internal const int RateHz = 44100;

    private static readonly Lazy<CleanTrack> LazyNoise = new(() => CleanTrack.Stage("noise", WideNoise(seed: 3))!);

    /// <summary>Steady noise from both sides with a common middle: the side lies 6 dB under the mid.</summary>
    internal static CleanTrack Noise => LazyNoise.Value;

    /// <summary>3 s of white noise.</summary>
    internal static AudioBuffer WideNoise(int seed)
    {
        float[] mid = Signals.Noise(0.2, 3, RateHz, seed);
        float[] side = Signals.Noise(0.1, 3, RateHz, seed + 1);
        return Signals.Stereo([.. mid.Zip(side, (m, s) => m + s)], [.. mid.Zip(side, (m, s) => m - s)], RateHz);
    }

    /// <summary>Struck chords that rise within milliseconds and die away, with some noise, wider above than below: what dynamics are made of.</summary>
    internal static AudioBuffer Strokes(double bpm, double seconds, double decaySeconds)
    {
        double[] notesHz = [110, 220, 330, 550, 1100, 2200, 4400, 8800];
        float[] left = Signals.Noise(0.05, seconds, RateHz, 11);
        float[] right = Signals.Noise(0.05, seconds, RateHz, 12);
        int beat = (int)(RateHz * 60 / bpm);
        for (int i = 0; i < left.Length; i++)
        {
            double at = (double)(i % beat) / RateHz;
            double level = (0.3 * Math.Min(1, at / 0.004) * Math.Exp(-at / decaySeconds)) + 0.004;
            double middle = notesHz.Sum(hz => Math.Sin((2 * Math.PI * hz * at) + hz) / Math.Sqrt(hz / 110));
            double side = Math.Sin(2 * Math.PI * 1111 * at) / 2;
            left[i] = (float)(level * (middle + side + left[i]));
            right[i] = (float)(level * (middle - side + right[i]));
        }

        return Signals.Stereo(left, right, RateHz);
    }

    /// <summary>A chord that swells by 24 dB and sinks again every two seconds: slow enough for any compressor.</summary>
    internal static AudioBuffer Swells(double seconds)
    {
        float[] noise = Signals.Noise(0.2, seconds, RateHz, 21);
        for (int i = 0; i < noise.Length; i++)
        {
            double at = (double)i / RateHz;
            double level = Signals.FromDb(-12 * (1 + Math.Cos(Math.PI * at)));
            noise[i] = (float)(level * (Math.Sin(2 * Math.PI * 220 * at) + noise[i]) / 2);
        }

        return Signals.Stereo(noise, [.. noise], RateHz);
    }

    internal static FaultCase Case(string id) => FaultCatalogue.All.Single(fault => fault.Id == id);
}
