using System.Numerics;
using System.Runtime.InteropServices;

namespace GrooveGuru.Core.Dsp;

/// <summary>Means of the largest and of the smallest few of many values, without sorting them.</summary>
/// <remarks>
/// Every vector lane keeps the extremes of its own share of the values in order, which takes two minima and maxima a rank and no
/// branch; the extremes of all are then picked from the heads of the lanes.
/// </remarks>
internal static class ExtremeMeans
{
    /// <summary>Greatest number of extremes.</summary>
    public const int MaxTaken = 16;

    /// <summary>Means of the extremes.</summary>
    /// <param name="values">Values, finite; at least as many as are taken.</param>
    /// <param name="taken">How many are averaged on each side, 1 to <see cref="MaxTaken"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">More are taken than there are, or than can be.</exception>
    public static (float OfLargest, float OfSmallest) Of(ReadOnlySpan<float> values, int taken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(taken, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(taken, Math.Min(values.Length, MaxTaken));
        int width = Vector<float>.Count;
        Span<float> largest = stackalloc float[MaxTaken * width], smallest = stackalloc float[MaxTaken * width];
        largest.Fill(float.NegativeInfinity);
        smallest.Fill(float.PositiveInfinity);
        int whole = values.Length / width * width;
        for (int at = 0; at < whole; at += width)
        {
            Vector<float> candidates = new(values[at..]);
            InsertLargest(candidates, largest, taken);
            InsertSmallest(candidates, smallest, taken);
        }

        if (whole < values.Length)
        {
            // Lanes beyond the end must win nowhere.
            Span<float> rest = stackalloc float[width];
            rest.Fill(float.NegativeInfinity);
            values[whole..].CopyTo(rest);
            InsertLargest(new Vector<float>(rest), largest, taken);
            rest[(values.Length - whole)..].Fill(float.PositiveInfinity);
            InsertSmallest(new Vector<float>(rest), smallest, taken);
        }

        return (MeanOfHeads(largest, taken, 1), -MeanOfHeads(smallest, taken, -1));
    }

    private static void InsertLargest(Vector<float> candidates, Span<float> kept, int taken)
    {
        ref float first = ref MemoryMarshal.GetReference(kept[..(taken * Vector<float>.Count)]);
        for (nuint at = 0; at < (nuint)(taken * Vector<float>.Count); at += (nuint)Vector<float>.Count)
        {
            Vector<float> rank = Vector.LoadUnsafe(ref first, at);
            Vector.MaxNative(rank, candidates).StoreUnsafe(ref first, at);
            candidates = Vector.MinNative(rank, candidates);
        }
    }

    private static void InsertSmallest(Vector<float> candidates, Span<float> kept, int taken)
    {
        ref float first = ref MemoryMarshal.GetReference(kept[..(taken * Vector<float>.Count)]);
        for (nuint at = 0; at < (nuint)(taken * Vector<float>.Count); at += (nuint)Vector<float>.Count)
        {
            Vector<float> rank = Vector.LoadUnsafe(ref first, at);
            Vector.MinNative(rank, candidates).StoreUnsafe(ref first, at);
            candidates = Vector.MaxNative(rank, candidates);
        }
    }

    // The heads are the first row; one that is picked makes way for the next of its lane.
    private static float MeanOfHeads(Span<float> kept, int taken, float sign)
    {
        int width = Vector<float>.Count;
        Span<int> heads = stackalloc int[width];
        for (int lane = 0; lane < width; lane++)
        {
            heads[lane] = lane;
        }

        float sum = 0;
        for (int pick = 0; pick < taken; pick++)
        {
            int best = 0;
            float greatest = sign * kept[heads[0]];
            for (int lane = 1; lane < width; lane++)
            {
                float value = sign * kept[heads[lane]];
                if (value > greatest)
                {
                    greatest = value;
                    best = lane;
                }
            }

            sum += greatest;
            heads[best] += width;
        }

        return sum / taken;
    }
}
