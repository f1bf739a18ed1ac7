using System.Numerics;
using System.Runtime.CompilerServices;

namespace GrooveGuru.Core.Dsp;

/// <summary>Exact running medians over 31 values, eight in a row at once and many signals side by side in vector lanes.</summary>
/// <remarks>
/// Eight windows in a row share 24 values, of which only the eight in the middle can be the median of any of them; each half of
/// the windows shares four values more, which leaves four candidates, and so on until a window is left with one. Networks of
/// minima and maxima do all of it without a branch, about 46 of them a median, so the cost does not depend on the data.
/// Networks: D. E. Knuth, The Art of Computer Programming, vol. 3, 5.3.4.
/// </remarks>
internal static class RunningMedian31
{
    /// <summary>Values in a window.</summary>
    public const int WindowLength = 31;

    /// <summary>Medians that one call gives.</summary>
    public const int BlockLength = 8;

    /// <summary>Rows that a call reads before the one of the first median.</summary>
    public const int RowsBefore = 16;

    /// <summary>Rows that a call names; it reads those within the windows.</summary>
    public const int RowCount = 40;

    /// <summary>The medians of one vector of signals.</summary>
    /// <param name="source">Values; a row holds one value of each signal.</param>
    /// <param name="rows">Where each row begins in the source [<see cref="RowCount"/>]; row 16 is the place of the first median.</param>
    /// <param name="lane">First signal of the vector.</param>
    /// <param name="medians">Medians of the windows that are centred on rows 16 to 23 [<see cref="BlockLength"/>].</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void Filter(ReadOnlySpan<float> source, ReadOnlySpan<int> rows, int lane, Span<Vector<float>> medians)
    {
        if (rows.Length < RowCount || medians.Length < BlockLength)
        {
            throw new ArgumentException("There must be room for all rows and medians.");
        }

        ReadOnlySpan<float> lanes = source[lane..];
        Span<Vector<float>> low = stackalloc Vector<float>[8], high = stackalloc Vector<float>[8], third = stackalloc Vector<float>[8];
        LoadSorted(lanes, rows[8..16], low);
        LoadSorted(lanes, rows[16..24], high);
        LoadSorted(lanes, rows[24..32], third);

        // In a rising and a falling list, the smaller of each pair are the lower half, and rise or fall at one place only.
        for (int i = 0; i < 8; i++)
        {
            (low[i], high[7 - i]) = (Vector.MinNative(low[i], high[7 - i]), Vector.MaxNative(low[i], high[7 - i]));
        }

        SortBitonic(low);
        SortBitonic(high);
        for (int i = 0; i < 8; i++)
        {
            low[i] = Vector.MaxNative(low[i], third[7 - i]);
        }

        SortBitonic(low);
        for (int i = 0; i < 8; i++)
        {
            low[i] = Vector.MinNative(low[i], high[7 - i]);
        }

        SortBitonic(low);
        Span<Vector<float>> four = stackalloc Vector<float>[4];
        MiddleFour(low, lanes, rows[4..8], four);
        FinishPair(four, lanes, rows[2..4], rows[1], rows[32], medians);
        FinishPair(four, lanes, rows[32..34], rows[3], rows[34], medians[2..]);
        MiddleFour(low, lanes, rows[32..36], four);
        FinishPair(four, lanes, rows[6..8], rows[5], rows[36], medians[4..]);
        FinishPair(four, lanes, rows[36..38], rows[7], rows[38], medians[6..]);
    }

    private static void LoadSorted(ReadOnlySpan<float> lanes, ReadOnlySpan<int> rows, Span<Vector<float>> sorted)
    {
        Vector<float> a = Load(lanes, rows[0]), b = Load(lanes, rows[1]), c = Load(lanes, rows[2]), d = Load(lanes, rows[3]);
        Vector<float> e = Load(lanes, rows[4]), f = Load(lanes, rows[5]), g = Load(lanes, rows[6]), h = Load(lanes, rows[7]);
        Order(ref a, ref c);
        Order(ref b, ref d);
        Order(ref e, ref g);
        Order(ref f, ref h);
        Order(ref a, ref e);
        Order(ref b, ref f);
        Order(ref c, ref g);
        Order(ref d, ref h);
        Order(ref a, ref b);
        Order(ref c, ref d);
        Order(ref e, ref f);
        Order(ref g, ref h);
        Order(ref c, ref e);
        Order(ref d, ref f);
        Order(ref b, ref e);
        Order(ref d, ref g);
        Order(ref b, ref c);
        Order(ref d, ref e);
        Order(ref f, ref g);
        (sorted[7], sorted[6], sorted[5], sorted[4]) = (h, g, f, e);
        (sorted[3], sorted[2], sorted[1], sorted[0]) = (d, c, b, a);
    }

    private static void SortBitonic(Span<Vector<float>> values)
    {
        Vector<float> a = values[0], b = values[1], c = values[2], d = values[3];
        Vector<float> e = values[4], f = values[5], g = values[6], h = values[7];
        Order(ref a, ref e);
        Order(ref b, ref f);
        Order(ref c, ref g);
        Order(ref d, ref h);
        Order(ref a, ref c);
        Order(ref b, ref d);
        Order(ref e, ref g);
        Order(ref f, ref h);
        Order(ref a, ref b);
        Order(ref c, ref d);
        Order(ref e, ref f);
        Order(ref g, ref h);
        (values[7], values[6], values[5], values[4]) = (h, g, f, e);
        (values[3], values[2], values[1], values[0]) = (d, c, b, a);
    }

    // Ranks 5 to 8 of eight sorted values and four more: rank k is the least of the greater ones of A[k - j] and E[j] over all j.
    private static void MiddleFour(
        ReadOnlySpan<Vector<float>> eight, ReadOnlySpan<float> lanes, ReadOnlySpan<int> rows, Span<Vector<float>> four)
    {
        Vector<float> a = Load(lanes, rows[0]), b = Load(lanes, rows[1]), c = Load(lanes, rows[2]), d = Load(lanes, rows[3]);
        Order(ref a, ref b);
        Order(ref c, ref d);
        Order(ref a, ref c);
        Order(ref b, ref d);
        Order(ref b, ref c);
        for (int i = 3; i >= 0; i--)
        {
            Vector<float> upper = Vector.MinNative(Vector.MaxNative(eight[i + 3], a), Vector.MaxNative(eight[i + 2], b));
            Vector<float> lower = Vector.MinNative(Vector.MaxNative(eight[i + 1], c), Vector.MaxNative(eight[i], d));
            four[i] = Vector.MinNative(eight[i + 4], Vector.MinNative(upper, lower));
        }
    }

    // The windows of a pair share two values more; each has one of its own.
    private static void FinishPair(
        ReadOnlySpan<Vector<float>> four, ReadOnlySpan<float> lanes, ReadOnlySpan<int> shared, int first, int second, Span<Vector<float>> medians)
    {
        Vector<float> a = Load(lanes, shared[0]), b = Load(lanes, shared[1]);
        Order(ref a, ref b);
        Vector<float> low = Vector.MinNative(four[2], Vector.MinNative(Vector.MaxNative(four[1], a), Vector.MaxNative(four[0], b)));
        Vector<float> high = Vector.MinNative(four[3], Vector.MinNative(Vector.MaxNative(four[2], a), Vector.MaxNative(four[1], b)));
        medians[1] = Vector.MaxNative(low, Vector.MinNative(high, Load(lanes, second)));
        medians[0] = Vector.MaxNative(low, Vector.MinNative(high, Load(lanes, first)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Load(ReadOnlySpan<float> lanes, int row) => new(lanes[row..]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Order(ref Vector<float> a, ref Vector<float> b)
    {
        Vector<float> least = Vector.MinNative(a, b);
        b = Vector.MaxNative(a, b);
        a = least;
    }
}
