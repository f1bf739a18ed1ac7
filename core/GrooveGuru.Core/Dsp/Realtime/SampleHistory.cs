using System.Numerics;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Dsp.Realtime;

/// <summary>
/// The last samples of two channels: one thread writes and never waits, any thread copies the newest stretch, whole or not at all.
/// Allocates in the constructor only.
/// </summary>
[RealtimeSafe]
public sealed class SampleHistory
{
    /// <summary>The most that one <see cref="Write"/> takes, frames.</summary>
    public const int MaxWriteFrames = 512;

    private readonly float[] _first;
    private readonly float[] _second;
    private readonly int _mask;
    private long _written;

    /// <summary>Silence.</summary>
    /// <param name="stretchFrames">The longest stretch that is to be copied, frames, 1 or more.</param>
    public SampleHistory(int stretchFrames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stretchFrames, 1);
        // Room for the stretch and for as much again, which may be written while it is copied.
        int capacity = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * (stretchFrames + MaxWriteFrames)));
        _first = new float[capacity];
        _second = new float[capacity];
        _mask = capacity - 1;

        // Touched now: else the writer meets each page for the first time, and waits for the kernel to map it.
        _first.AsSpan().Clear();
        _second.AsSpan().Clear();
    }

    /// <summary>Frames that were ever written. [any-thread]</summary>
    public long WrittenFrames => Volatile.Read(ref _written);

    /// <summary>Adds samples. [audio-thread]</summary>
    /// <param name="first">Samples of the first channel, at most <see cref="MaxWriteFrames"/>.</param>
    /// <param name="second">Samples of the second channel, as many.</param>
    public void Write(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        int at = (int)_written & _mask;
        int head = Math.Min(first.Length, _first.Length - at);
        first[..head].CopyTo(_first.AsSpan(at));
        second[..head].CopyTo(_second.AsSpan(at));
        first[head..].CopyTo(_first);
        second[head..].CopyTo(_second);
        Volatile.Write(ref _written, _written + first.Length);
    }

    /// <summary>Copies the newest samples; before so many were written, silence stands before them. [any-thread]</summary>
    /// <param name="first">Where the first channel goes; at most the stretch that was announced.</param>
    /// <param name="second">Where the second channel goes; as long.</param>
    /// <param name="endFrames">Frames written up to the end of the copy.</param>
    /// <returns>False where the writer overtook the copy: what was copied is of no use.</returns>
    public bool TryCopyLatest(Span<float> first, Span<float> second, out long endFrames)
    {
        endFrames = Volatile.Read(ref _written);
        int start = (int)(endFrames - first.Length) & _mask;
        int head = Math.Min(first.Length, _first.Length - start);
        _first.AsSpan(start, head).CopyTo(first);
        _second.AsSpan(start, head).CopyTo(second);
        _first.AsSpan(0, first.Length - head).CopyTo(first[head..]);
        _second.AsSpan(0, first.Length - head).CopyTo(second[head..]);
        Interlocked.MemoryBarrier();

        // The writer may stand in the middle of its next stretch.
        long oldestKept = Volatile.Read(ref _written) + MaxWriteFrames - _first.Length;
        return endFrames - first.Length >= oldestKept;
    }
}
