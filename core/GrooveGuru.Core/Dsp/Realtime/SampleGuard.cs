using System.Numerics;
using System.Runtime.InteropServices;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Dsp.Realtime;

/// <summary>Copies samples from outside so that nothing that measures them overflows, turns into NaN, or slows down on denormals.</summary>
[RealtimeSafe]
public static class SampleGuard
{
    /// <summary>Greatest magnitude that comes through, linear: +300 dBFS, whose square still fits into single precision.</summary>
    public const float Greatest = 1e15f;

    /// <summary>Least magnitude that comes through, linear: -300 dBFS, whose square is no denormal.</summary>
    public const float Least = 1e-15f;

    /// <summary>Copies samples: NaN and infinity become 0, what is too large is held at the limit, what is too small becomes 0.</summary>
    /// <param name="samples">Samples, linear; any bits.</param>
    /// <param name="guarded">Where they go; as long at least.</param>
    /// <returns>Whether all of them were finite.</returns>
    public static bool Copy(ReadOnlySpan<float> samples, Span<float> guarded)
    {
        guarded = guarded[..samples.Length];
        ref float from = ref MemoryMarshal.GetReference(samples);
        ref float to = ref MemoryMarshal.GetReference(guarded);
        Vector<float> largest = new(float.MaxValue), high = new(Greatest), low = new(-Greatest), least = new(Least);
        Vector<int> finite = Vector<int>.AllBitsSet;
        int width = Vector<float>.Count, i = 0;
        for (; i + width <= samples.Length; i += width)
        {
            Vector<float> x = Vector.LoadUnsafe(ref from, (nuint)i);
            Vector<float> magnitude = Vector.Abs(x);
            Vector<int> isFinite = Vector.LessThanOrEqual(magnitude, largest); // NaN compares as false
            Vector<int> isTaken = isFinite & Vector.GreaterThanOrEqual(magnitude, least);
            finite &= isFinite;
            Vector<float> held = Vector.MaxNative(Vector.MinNative(x, high), low);
            Vector.StoreUnsafe(Vector.ConditionalSelect(isTaken, held, Vector<float>.Zero), ref to, (nuint)i);
        }

        bool allFinite = Vector.EqualsAll(finite, Vector<int>.AllBitsSet);
        for (; i < samples.Length; i++)
        {
            float x = samples[i];
            allFinite &= float.IsFinite(x);
            guarded[i] = float.IsFinite(x) && Math.Abs(x) >= Least ? Math.Max(Math.Min(x, Greatest), -Greatest) : 0;
        }

        return allFinite;
    }
}
