using System.Numerics;
using System.Runtime.InteropServices;

namespace GrooveGuru.Core.Dsp;

/// <summary>
/// Exact running medians of many signals side by side: each signal has a sorted window, and all windows are updated
/// together in vector lanes by one pass that drops the oldest value and inserts the newest.
/// </summary>
/// <remarks>
/// With S sorted, dropping v gives T[i] = S[i] where S[i] is below v and S[i + 1] elsewhere; inserting w gives
/// max(T[i - 1], min(T[i], w)). No branch, so the cost does not depend on the data.
/// </remarks>
public sealed class SlidingMedian
{
    private readonly int _length;
    private readonly int _lanes;
    private readonly float[] _sorted;

    /// <summary>Windows of zeros.</summary>
    /// <param name="length">Values in a window, odd, 3 or more.</param>
    /// <param name="signalCount">Signals side by side.</param>
    public SlidingMedian(int length, int signalCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(signalCount, 1);
        if (length % 2 == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "The window must be odd.");
        }

        _length = length;
        SignalCount = signalCount;
        _lanes = PaddedCount(signalCount);
        _sorted = new float[_lanes * length];
    }

    /// <summary>Signals side by side.</summary>
    public int SignalCount { get; }

    /// <summary>Length that arrays for this many signals must have: the next multiple of the vector width.</summary>
    public static int PaddedCount(int signalCount) =>
        (signalCount + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    /// <summary>Fills all windows with zeros.</summary>
    public void Reset() => Array.Clear(_sorted);

    /// <summary>Moves every window on by one value.</summary>
    /// <param name="oldest">The values that leave [padded count]; each must be in its window.</param>
    /// <param name="newest">The values that enter [padded count]; finite.</param>
    /// <param name="median">The medians after that [padded count].</param>
    public void Slide(ReadOnlySpan<float> oldest, ReadOnlySpan<float> newest, Span<float> median)
    {
        if (oldest.Length < _lanes || newest.Length < _lanes || median.Length < _lanes)
        {
            throw new ArgumentException("The spans must have the padded length.");
        }

        int width = Vector<float>.Count;
        ref float sorted = ref MemoryMarshal.GetArrayDataReference(_sorted);
        for (int lane = 0; lane < _lanes; lane += width)
        {
            // The window of a group of lanes is contiguous: [group][rank][lane in the group].
            nuint at = (nuint)(lane * _length);
            Vector<float> leaving = new(oldest[lane..]), entering = new(newest[lane..]);
            Vector<float> value = Vector.LoadUnsafe(ref sorted, at);
            Vector<float> next = Vector.LoadUnsafe(ref sorted, at + (nuint)width);
            Vector<float> kept = Vector.ConditionalSelect(Vector.LessThan(value, leaving), value, next);
            Vector.Min(kept, entering).StoreUnsafe(ref sorted, at);
            for (int rank = 1; rank < _length - 1; rank++)
            {
                at += (nuint)width;
                value = next;
                next = Vector.LoadUnsafe(ref sorted, at + (nuint)width);
                Vector<float> below = kept;
                kept = Vector.ConditionalSelect(Vector.LessThan(value, leaving), value, next);
                Vector.Max(below, Vector.Min(kept, entering)).StoreUnsafe(ref sorted, at);
            }

            Vector.Max(kept, entering).StoreUnsafe(ref sorted, at + (nuint)width);
            Vector.LoadUnsafe(ref sorted, (nuint)((lane * _length) + (_length / 2 * width))).CopyTo(median[lane..]);
        }
    }
}
