using System.Numerics;
using System.Runtime.InteropServices;

namespace GrooveGuru.Core.Dsp;

/// <summary>Sums of products of samples and filter taps, the inner loop of every interpolation filter here.</summary>
/// <remarks>
/// A sum depends on its samples and taps only, never on which others are computed beside it, so that a stream may be cut anywhere.
/// Taps come padded with zeros to a whole number of vectors; the samples under the padding must be there and finite.
/// </remarks>
internal static class TapSums
{
    /// <summary>Sums that <see cref="Group"/> computes side by side.</summary>
    public const int GroupSize = 8;

    /// <summary>Length that an array of taps must have: the next multiple of the vector width, and of four vectors beyond that.</summary>
    public static int PaddedCount(int tapCount)
    {
        int stretch = 4 * Vector<float>.Count;
        return (tapCount + stretch - 1) / stretch * stretch;
    }

    /// <summary>The reference in plain arithmetic.</summary>
    /// <param name="samples">Samples; as many as taps, or more.</param>
    /// <param name="taps">Taps.</param>
    public static float Scalar(ReadOnlySpan<float> samples, ReadOnlySpan<float> taps)
    {
        double sum = 0;
        for (int i = 0; i < taps.Length; i++)
        {
            sum += (double)samples[i] * taps[i];
        }

        return (float)sum;
    }

    /// <summary>One sum, in four chains: a multiplication need not wait for the addition before it.</summary>
    /// <param name="samples">Samples; as many as taps, or more.</param>
    /// <param name="taps">Taps [padded count].</param>
    public static float One(ReadOnlySpan<float> samples, ReadOnlySpan<float> taps)
    {
        Require(samples.Length >= taps.Length && taps.Length % (4 * Vector<float>.Count) == 0);
        ref float s = ref MemoryMarshal.GetReference(samples);
        ref float t = ref MemoryMarshal.GetReference(taps);
        nuint width = (nuint)Vector<float>.Count;
        Vector<float> a = default, b = default, c = default, d = default;
        for (nuint i = 0; i < (nuint)taps.Length; i += 4 * width)
        {
            a = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref s, i), Vector.LoadUnsafe(ref t, i), a);
            b = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref s, i + width), Vector.LoadUnsafe(ref t, i + width), b);
            c = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref s, i + (2 * width)), Vector.LoadUnsafe(ref t, i + (2 * width)), c);
            d = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref s, i + (3 * width)), Vector.LoadUnsafe(ref t, i + (3 * width)), d);
        }

        return Vector.Sum(a + b + (c + d));
    }

    /// <summary><see cref="GroupSize"/> sums with the same taps over samples that begin a fixed step apart: each tap is loaded once for all.</summary>
    /// <param name="samples">Samples; 7 steps more than taps.</param>
    /// <param name="step">Samples from the beginning of one sum to that of the next.</param>
    /// <param name="taps">Taps [padded count].</param>
    /// <param name="sums">Room for <see cref="GroupSize"/> sums.</param>
    public static void Group(ReadOnlySpan<float> samples, int step, ReadOnlySpan<float> taps, Span<float> sums)
    {
        Require(samples.Length >= taps.Length + ((GroupSize - 1) * step) && sums.Length >= GroupSize);
        Require(taps.Length % Vector<float>.Count == 0);
        ref float s = ref MemoryMarshal.GetReference(samples);
        ref float t = ref MemoryMarshal.GetReference(taps);
        nuint by = (nuint)step, width = (nuint)Vector<float>.Count;
        Vector<float> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        for (nuint i = 0; i < (nuint)taps.Length; i += width)
        {
            Vector<float> tap = Vector.LoadUnsafe(ref t, i);
            a = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref s, i), tap, a);
            b = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref s, i + by), tap, b);
            c = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref s, i + (2 * by)), tap, c);
            d = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref s, i + (3 * by)), tap, d);
            e = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref s, i + (4 * by)), tap, e);
            f = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref s, i + (5 * by)), tap, f);
            g = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref s, i + (6 * by)), tap, g);
            h = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref s, i + (7 * by)), tap, h);
        }

        sums[7] = Vector.Sum(h);
        sums[6] = Vector.Sum(g);
        sums[5] = Vector.Sum(f);
        sums[4] = Vector.Sum(e);
        sums[3] = Vector.Sum(d);
        sums[2] = Vector.Sum(c);
        sums[1] = Vector.Sum(b);
        sums[0] = Vector.Sum(a);
    }

    /// <summary>One of the sums that <see cref="Group"/> gives, to the bit.</summary>
    /// <param name="samples">Samples; as many as taps, or more.</param>
    /// <param name="taps">Taps [padded count].</param>
    public static float OneOfGroup(ReadOnlySpan<float> samples, ReadOnlySpan<float> taps)
    {
        Require(samples.Length >= taps.Length && taps.Length % Vector<float>.Count == 0);
        ref float s = ref MemoryMarshal.GetReference(samples);
        ref float t = ref MemoryMarshal.GetReference(taps);
        Vector<float> sum = default;
        for (nuint i = 0; i < (nuint)taps.Length; i += (nuint)Vector<float>.Count)
        {
            sum = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref s, i), Vector.LoadUnsafe(ref t, i), sum);
        }

        return Vector.Sum(sum);
    }

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw new ArgumentException("The spans must hold the padded taps and the samples under them.");
        }
    }
}
