using System.Globalization;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Advice.Signs;

/// <summary>How the samples crowd near the highest, and how peaks and levels spread over short windows: what squeezing leaves behind.</summary>
internal static class WaveformSigns
{
    private const double WindowSeconds = 0.05;
    private const double QuietestWindowDb = -50;
    private const float Flat = 0.9995f;
    private const int FlatRun = 3;

    private static readonly float[] Shares = [0.999f, 0.98f, 0.95f, 0.9f, 0.8f, 0.7f, 0.5f, 0.3f];
    private static readonly double[] Ranks = [0.1, 0.3, 0.5, 0.7, 0.85, 0.95, 0.99];

    /// <summary>Measures the first two channels.</summary>
    internal static void Write(SignList signs, AudioBuffer audio)
    {
        float[][] channels = [.. audio.Channels.Take(2).Select(samples => Array.ConvertAll(samples, FiniteSamples.OrSilence))];
        float highest = channels.Max(samples => samples.Length == 0 ? 0 : samples.Max(Math.Abs));
        double highestDb = LevelStatistics.AmplitudeDb(highest);
        var near = new long[Shares.Length];
        long flat = 0;
        List<double> peaksDb = [], levelsDb = [], crestsDb = [];
        foreach (float[] samples in channels)
        {
            flat += CountNear(samples, highest, near);
            int frames = Math.Max(16, (int)(WindowSeconds * audio.SampleRateHz));
            for (int start = 0; start + frames <= samples.Length; start += frames)
            {
                ReadOnlySpan<float> window = samples.AsSpan(start, frames);
                double levelDb = LevelStatistics.Db(System.Numerics.Tensors.TensorPrimitives.SumOfSquares(window) / frames);
                if (levelDb > highestDb + QuietestWindowDb)
                {
                    double peakDb = LevelStatistics.AmplitudeDb(Math.Abs(System.Numerics.Tensors.TensorPrimitives.MaxMagnitude(window)));
                    peaksDb.Add(peakDb - highestDb);
                    levelsDb.Add(levelDb - highestDb);
                    crestsDb.Add(peakDb - levelDb);
                }
            }
        }

        long all = channels.Sum(samples => (long)samples.Length);
        for (int share = 0; share < Shares.Length; share++)
        {
            signs.Add("near_" + Shares[share].ToString(CultureInfo.InvariantCulture), Math.Log10((near[share] + 1.0) / (all + 1)));
        }

        signs.Add("flat_runs", Math.Log10(1 + flat));
        double[] peaks = [.. peaksDb.Order()], levels = [.. levelsDb.Order()], crests = [.. crestsDb.Order()];
        foreach (double rank in Ranks)
        {
            string name = rank.ToString(CultureInfo.InvariantCulture);
            signs.Add("window_peak_" + name, LevelStatistics.Percentile(peaks, rank));
            signs.Add("window_level_" + name, LevelStatistics.Percentile(levels, rank));
            signs.Add("window_crest_" + name, LevelStatistics.Percentile(crests, rank));
        }
    }

    // Samples at each share of the highest, and samples that end a run at it.
    private static long CountNear(float[] samples, float highest, long[] near)
    {
        long flat = 0;
        int run = 0;
        foreach (float sample in samples)
        {
            float magnitude = Math.Abs(sample);
            for (int share = Shares.Length - 1; share >= 0 && magnitude >= Shares[share] * highest && highest > 0; share--)
            {
                near[share]++;
            }

            run = magnitude >= Flat * highest && highest > 0 ? run + 1 : 0;
            flat += run >= FlatRun ? 1 : 0;
        }

        return flat;
    }
}
