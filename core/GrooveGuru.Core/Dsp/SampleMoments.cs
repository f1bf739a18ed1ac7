using System.Numerics;
using System.Runtime.InteropServices;

namespace GrooveGuru.Core.Dsp;

/// <summary>Sum, energy and peak of samples, in one pass.</summary>
/// <param name="Sum">Sum of the samples, linear.</param>
/// <param name="Squares">Sum of their squares, linear.</param>
/// <param name="Peak">Greatest magnitude, linear; 0 for no samples.</param>
internal readonly record struct SampleMoments(double Sum, double Squares, float Peak)
{
    private const int Stretch = 256;

    /// <summary>Measures samples.</summary>
    /// <param name="samples">Samples, linear, finite.</param>
    /// <remarks>Short stretches in single precision, their sums in double: exact enough, and in vector lanes.</remarks>
    public static SampleMoments Of(ReadOnlySpan<float> samples)
    {
        double sum = 0, squares = 0;
        float peak = 0;
        while (!samples.IsEmpty)
        {
            int taken = Math.Min(Stretch, samples.Length);
            SampleMoments part = OfStretch(samples[..taken]);
            sum += part.Sum;
            squares += part.Squares;
            peak = Math.Max(peak, part.Peak);
            samples = samples[taken..];
        }

        return new SampleMoments(sum, squares, peak);
    }

    private static SampleMoments OfStretch(ReadOnlySpan<float> samples)
    {
        ref float first = ref MemoryMarshal.GetReference(samples);
        int width = Vector<float>.Count, i = 0;
        Vector<float> sums = default, energies = default, peaks = default;
        for (; i + width <= samples.Length; i += width)
        {
            Vector<float> values = Vector.LoadUnsafe(ref first, (nuint)i);
            sums += values;
            energies = Vector.MultiplyAddEstimate(values, values, energies);
            peaks = Vector.MaxNative(peaks, Vector.Abs(values));
        }

        float sum = Vector.Sum(sums), squares = Vector.Sum(energies), peak = 0;
        for (int lane = 0; lane < width; lane++)
        {
            peak = Math.Max(peak, peaks[lane]);
        }

        for (; i < samples.Length; i++)
        {
            sum += samples[i];
            squares += samples[i] * samples[i];
            peak = Math.Max(peak, Math.Abs(samples[i]));
        }

        return new SampleMoments(sum, squares, peak);
    }
}
