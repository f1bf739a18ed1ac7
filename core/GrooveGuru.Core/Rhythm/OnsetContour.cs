using System.Numerics.Tensors;

namespace GrooveGuru.Core.Rhythm;

/// <summary>What tempo and beats are read from: an onset envelope without its slow trend, and how it repeats.</summary>
internal static class OnsetContour
{
    private const double TrendSeconds = 1.0;

    /// <summary>The envelope above its mean over one second, smoothed over neighbours, mean 0.</summary>
    public static float[] Detrended(IReadOnlyList<float> envelope, double frameRateHz)
    {
        int count = envelope.Count, reach = Math.Max(1, (int)(TrendSeconds / 2 * frameRateHz));
        var sums = new double[count + 1];
        for (int i = 0; i < count; i++)
        {
            sums[i + 1] = sums[i] + envelope[i];
        }

        var result = new float[count];
        for (int i = 0; i < count; i++)
        {
            int first = Math.Max(0, i - reach), end = Math.Min(count, i + reach + 1);
            double trend = (sums[end] - sums[first]) / (end - first);
            result[i] = (float)Math.Max(0, envelope[i] - trend);
        }

        float[] raw = [.. result];
        for (int i = 0; i < count; i++)
        {
            result[i] = (0.25f * raw[Math.Max(0, i - 1)]) + (0.5f * raw[i]) + (0.25f * raw[Math.Min(count - 1, i + 1)]);
        }

        float mean = TensorPrimitives.Sum<float>(result) / count;
        TensorPrimitives.Subtract(result, mean, result);
        return result;
    }

    /// <summary>Autocorrelation per overlapping frame [lags], from lag 0.</summary>
    public static double[] Autocorrelation(float[] signal, int lagCount)
    {
        var result = new double[Math.Min(lagCount, signal.Length)];
        for (int lag = 0; lag < result.Length; lag++)
        {
            int overlap = signal.Length - lag;
            // Lags with little overlap are damped rather than blown up.
            result[lag] = TensorPrimitives.Dot<float>(signal.AsSpan(0, overlap), signal.AsSpan(lag)) / Math.Max(overlap, signal.Length / 2);
        }

        return result;
    }
}
