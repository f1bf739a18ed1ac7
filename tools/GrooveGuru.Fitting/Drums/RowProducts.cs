using System.Numerics;
using System.Runtime.InteropServices;

namespace GrooveGuru.Fitting.Drums;

/// <summary>Products of a few rows at once with one row of weights: each weight is read once for all of them.</summary>
internal static class RowProducts
{
    /// <summary>Rows that are gone through together.</summary>
    public const int Rows = 4;

    /// <summary>The product of each row with the weights.</summary>
    /// <param name="weights">Weights [columns].</param>
    /// <param name="rows">The rows, one after the other [<see cref="Rows"/> x columns].</param>
    /// <param name="offset">What is added to each product.</param>
    /// <param name="products">Receives the product of row r at r times <paramref name="stride"/>.</param>
    /// <param name="stride">Numbers from one product to the next.</param>
    public static void Dot(ReadOnlySpan<float> weights, ReadOnlySpan<float> rows, float offset, Span<float> products, int stride)
    {
        int columns = weights.Length, at = 0;
        ref float first = ref MemoryMarshal.GetReference(rows[..(Rows * columns)]);
        ref float weight = ref MemoryMarshal.GetReference(weights);
        Vector<float> one = default, two = default, three = default, four = default;
        for (; at <= columns - Vector<float>.Count; at += Vector<float>.Count)
        {
            Vector<float> own = Vector.LoadUnsafe(ref weight, (nuint)at);
            one += own * Vector.LoadUnsafe(ref first, (nuint)at);
            two += own * Vector.LoadUnsafe(ref first, (nuint)(columns + at));
            three += own * Vector.LoadUnsafe(ref first, (nuint)((2 * columns) + at));
            four += own * Vector.LoadUnsafe(ref first, (nuint)((3 * columns) + at));
        }

        (float a, float b, float c, float d) = (offset + Vector.Sum(one), offset + Vector.Sum(two), offset + Vector.Sum(three), offset + Vector.Sum(four));
        for (; at < columns; at++)
        {
            a += weights[at] * rows[at];
            b += weights[at] * rows[columns + at];
            c += weights[at] * rows[(2 * columns) + at];
            d += weights[at] * rows[(3 * columns) + at];
        }

        (products[0], products[stride], products[2 * stride], products[3 * stride]) = (a, b, c, d);
    }

    /// <summary>Adds the rows, each times a factor.</summary>
    /// <param name="rows">The rows, one after the other [<see cref="Rows"/> x columns].</param>
    /// <param name="factors">The factors [<see cref="Rows"/>].</param>
    /// <param name="sum">What they are added to [columns].</param>
    public static void AddRows(ReadOnlySpan<float> rows, ReadOnlySpan<float> factors, Span<float> sum)
    {
        if (!factors.ContainsAnyExcept(0f))
        {
            return;
        }

        int columns = sum.Length, at = 0;
        ref float first = ref MemoryMarshal.GetReference(rows[..(Rows * columns)]);
        ref float total = ref MemoryMarshal.GetReference(sum);
        (float a, float b, float c, float d) = (factors[0], factors[1], factors[2], factors[3]);
        for (; at <= columns - Vector<float>.Count; at += Vector<float>.Count)
        {
            Vector<float> own = Vector.LoadUnsafe(ref total, (nuint)at) + (Vector.LoadUnsafe(ref first, (nuint)at) * a);
            own += Vector.LoadUnsafe(ref first, (nuint)(columns + at)) * b;
            own += Vector.LoadUnsafe(ref first, (nuint)((2 * columns) + at)) * c;
            own += Vector.LoadUnsafe(ref first, (nuint)((3 * columns) + at)) * d;
            own.StoreUnsafe(ref total, (nuint)at);
        }

        for (; at < columns; at++)
        {
            sum[at] += (rows[at] * a) + (rows[columns + at] * b) + (rows[(2 * columns) + at] * c) + (rows[(3 * columns) + at] * d);
        }
    }
}
