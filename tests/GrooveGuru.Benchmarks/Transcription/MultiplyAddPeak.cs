using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GrooveGuru.Benchmarks.Transcription;

/// <summary>The most multiply-adds of 32-bit floats that one thread of this processor does.</summary>
internal static class MultiplyAddPeak
{
    private const int Passes = 20_000_000;
    private const int Rounds = 5;
    private const int Chains = 10;
    private const float Factor = 0.999_999f;
    private const float Term = 1e-6f;

    /// <summary>Measures, with the widest vectors that there are.</summary>
    /// <returns>Multiply-adds in a second; the fastest round.</returns>
    public static double Measure()
    {
        bool isWide = Vector512.IsHardwareAccelerated;
        double fastest = Enumerable.Range(0, Rounds).Min(_ => Seconds(isWide));
        return (double)Passes * Chains * (isWide ? Vector512<float>.Count : Vector256<float>.Count) / fastest;
    }

    private static double Seconds(bool isWide)
    {
        long began = Stopwatch.GetTimestamp();
        float sum = isWide ? RunWide(Vector512.Create(Factor), Vector512.Create(Term)) : Run(Vector256.Create(Factor), Vector256.Create(Term));
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return float.IsFinite(sum) ? seconds : throw new InvalidOperationException("The sums have left their range.");
    }

    // Ten sums that do not wait for each other keep both units of a processor busy.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run(Vector256<float> factor, Vector256<float> term)
    {
        Vector256<float> a = term, b = term, c = term, d = term, e = term, f = term, g = term, h = term, i = term, j = term;
        for (int pass = 0; pass < Passes; pass++)
        {
            a = Vector256.FusedMultiplyAdd(a, factor, term);
            b = Vector256.FusedMultiplyAdd(b, factor, term);
            c = Vector256.FusedMultiplyAdd(c, factor, term);
            d = Vector256.FusedMultiplyAdd(d, factor, term);
            e = Vector256.FusedMultiplyAdd(e, factor, term);
            f = Vector256.FusedMultiplyAdd(f, factor, term);
            g = Vector256.FusedMultiplyAdd(g, factor, term);
            h = Vector256.FusedMultiplyAdd(h, factor, term);
            i = Vector256.FusedMultiplyAdd(i, factor, term);
            j = Vector256.FusedMultiplyAdd(j, factor, term);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float RunWide(Vector512<float> factor, Vector512<float> term)
    {
        Vector512<float> a = term, b = term, c = term, d = term, e = term, f = term, g = term, h = term, i = term, j = term;
        for (int pass = 0; pass < Passes; pass++)
        {
            a = Vector512.FusedMultiplyAdd(a, factor, term);
            b = Vector512.FusedMultiplyAdd(b, factor, term);
            c = Vector512.FusedMultiplyAdd(c, factor, term);
            d = Vector512.FusedMultiplyAdd(d, factor, term);
            e = Vector512.FusedMultiplyAdd(e, factor, term);
            f = Vector512.FusedMultiplyAdd(f, factor, term);
            g = Vector512.FusedMultiplyAdd(g, factor, term);
            h = Vector512.FusedMultiplyAdd(h, factor, term);
            i = Vector512.FusedMultiplyAdd(i, factor, term);
            j = Vector512.FusedMultiplyAdd(j, factor, term);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j);
    }
}
