using System.Numerics.Tensors;

namespace GrooveGuru.Core.Rhythm;

/// <summary>What is done to novelty before it is read.</summary>
internal static class NoveltyCurves
{
    private const double TrendSeconds = 0.5;

    /// <summary>The curve above its mean over half a second on either side, 0 or more.</summary>
    public static float[] Detrended(ReadOnlySpan<float> curve)
    {
        float[] result = LocalMeans(curve, (int)(TrendSeconds * NoveltyRate.FrameRateHz));
        TensorPrimitives.Subtract(curve, result, result);
        TensorPrimitives.Max(result, 0f, result);
        return result;
    }

    /// <summary>The mean within reach of each frame; of fewer frames at the ends.</summary>
    public static float[] LocalMeans(ReadOnlySpan<float> curve, int reach)
    {
        var means = new float[curve.Length];
        double sum = 0;
        for (int frame = 0; frame < Math.Min(reach, curve.Length); frame++)
        {
            sum += curve[frame];
        }

        for (int frame = 0; frame < curve.Length; frame++)
        {
            int entering = frame + reach, leaving = frame - reach - 1;
            sum += entering < curve.Length ? curve[entering] : 0;
            sum -= leaving >= 0 ? curve[leaving] : 0;
            means[frame] = (float)(sum / (Math.Min(curve.Length, entering + 1) - Math.Max(0, leaving + 1)));
        }

        return means;
    }

    /// <summary>The curve smoothed by a Gaussian; as if it were 0 beyond its ends.</summary>
    /// <param name="curve">Values [frames].</param>
    /// <param name="width">Standard deviation, frames, positive.</param>
    public static float[] Smoothed(ReadOnlySpan<float> curve, int width)
    {
        int reach = 3 * width;
        float[] kernel = [.. Enumerable.Range(-reach, (2 * reach) + 1).Select(i => MathF.Exp(-0.5f * i * i / (width * width)))];
        TensorPrimitives.Divide(kernel, TensorPrimitives.Sum<float>(kernel), kernel);
        var result = new float[curve.Length];
        for (int shift = -reach; shift <= reach; shift++)
        {
            int first = Math.Max(0, -shift), end = Math.Min(curve.Length, curve.Length - shift);
            if (end > first)
            {
                Span<float> target = result.AsSpan(first, end - first);
                TensorPrimitives.MultiplyAdd(curve.Slice(first + shift, end - first), kernel[shift + reach], target, target);
            }
        }

        return result;
    }

    /// <summary>The greatest value within reach of each frame.</summary>
    public static float[] Crests(ReadOnlySpan<float> curve, int reach)
    {
        float[] result = curve.ToArray();
        for (int shift = 1; shift <= Math.Min(reach, curve.Length - 1); shift++)
        {
            Span<float> early = result.AsSpan(0, curve.Length - shift), late = result.AsSpan(shift);
            TensorPrimitives.Max(early, curve[shift..], early);
            TensorPrimitives.Max(late, curve[..^shift], late);
        }

        return result;
    }

    /// <summary>Autocorrelation of the curve less its mean, over that at lag 0 [lags].</summary>
    /// <returns>All 0 for a constant curve and beyond its length.</returns>
    public static double[] Autocorrelation(ReadOnlySpan<float> curve, int lagCount)
    {
        var result = new double[lagCount];
        if (curve.IsEmpty)
        {
            return result;
        }

        var centred = new float[curve.Length];
        TensorPrimitives.Subtract(curve, TensorPrimitives.Sum(curve) / curve.Length, centred);
        for (int lag = 0; lag < Math.Min(lagCount, curve.Length); lag++)
        {
            // Lags with little overlap are damped rather than blown up.
            int overlap = curve.Length - lag;
            result[lag] = TensorPrimitives.Dot<float>(centred.AsSpan(0, overlap), centred.AsSpan(lag)) / Math.Max(overlap, curve.Length / 2);
        }

        double power = Math.Max(1e-12, result[0]);
        for (int lag = 0; lag < lagCount; lag++)
        {
            result[lag] /= power;
        }

        return result;
    }
}
