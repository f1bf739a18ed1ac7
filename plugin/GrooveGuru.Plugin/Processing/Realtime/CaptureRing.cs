using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>
/// Captured blocks on their way from the audio thread to the bridge client: lock-free, one writer, one reader, of fixed size.
/// A block that finds no room is dropped and counted; the writer never waits.
/// </summary>
/// <remarks>
/// A block is one contiguous record: a header, then interleaved samples, rounded up to 64 bytes. Where it does not fit before the
/// end of the memory, a marker is left there and the record starts over at the beginning.
/// </remarks>
internal sealed class CaptureRing
{
    private const int Alignment = CaptureHeader.SizeBytes;
    private readonly byte[] _memory;
    private readonly int _mask;
    private RingCounters _counters;
    private int _peekedBytes;

    /// <summary>An empty ring.</summary>
    /// <param name="capacityBytes">A power of two, 1024 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is not such a number.</exception>
    public CaptureRing(int capacityBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacityBytes, 1024);
        if (!BitOperations.IsPow2(capacityBytes))
        {
            throw new ArgumentOutOfRangeException(nameof(capacityBytes), capacityBytes, "The capacity must be a power of two.");
        }

        // Pinned memory is never moved or given back while a late block of the audio thread may still write to it.
        _memory = GC.AllocateArray<byte>(capacityBytes, pinned: true);

        // Touched now: else the audio thread meets each page for the first time, and waits for the kernel to map it.
        _memory.AsSpan().Clear();
        _mask = capacityBytes - 1;
    }

    /// <summary>Size of the memory, bytes.</summary>
    public int CapacityBytes => _memory.Length;

    /// <summary>Frames that were dropped since the ring was made. [any-thread]</summary>
    public long DroppedFrames => Volatile.Read(ref _counters.DroppedFrames);

    /// <summary>Blocks that were dropped since the ring was made. [any-thread]</summary>
    public long DroppedBlocks => Volatile.Read(ref _counters.DroppedBlocks);

    /// <summary>Whether nothing waits to be read. [any-thread]</summary>
    public bool IsEmpty => Volatile.Read(ref _counters.Read) == Volatile.Read(ref _counters.Written);

    /// <summary>The capacity that holds some seconds of audio: a power of two between 256 KiB and 32 MiB.</summary>
    /// <param name="sampleRateHz">Sample rate, Hz.</param>
    /// <param name="channelCount">Channels.</param>
    /// <param name="seconds">How long, s.</param>
    public static int CapacityFor(double sampleRateHz, int channelCount, double seconds)
    {
        double bytes = sampleRateHz * channelCount * sizeof(float) * seconds;
        uint clamped = (uint)Math.Clamp(double.IsFinite(bytes) ? bytes : 0, 256 * 1024, 32 * 1024 * 1024);
        return (int)BitOperations.RoundUpToPowerOf2(clamped);
    }

    /// <summary>Adds a block, or drops and counts it where there is no room. [audio-thread]</summary>
    /// <param name="header">Its description; frame count and channel count must agree with the spans.</param>
    /// <param name="left">Samples of the first channel [frames].</param>
    /// <param name="right">Samples of the second channel [frames]; empty for one channel.</param>
    /// <returns>Whether it was added.</returns>
    [RealtimeSafe]
    public bool TryWrite(in CaptureHeader header, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        long written = _counters.Written;
        long free = _memory.Length - (written - Volatile.Read(ref _counters.Read));
        long needed = RecordBytes(left.Length + (long)right.Length);
        int offset = (int)written & _mask;
        int tail = _memory.Length - offset;
        long total = needed <= tail ? needed : tail + needed;
        if (total > free)
        {
            Volatile.Write(ref _counters.DroppedFrames, _counters.DroppedFrames + header.FrameCount);
            Volatile.Write(ref _counters.DroppedBlocks, _counters.DroppedBlocks + 1);
            return false;
        }

        if (needed > tail)
        {
            HeaderAt(offset).FrameCount = -1;
            offset = 0;
        }

        HeaderAt(offset) = header;
        ref float samples = ref SampleAt(offset + CaptureHeader.SizeBytes);
        if (right.IsEmpty)
        {
            for (int frame = 0; frame < left.Length; frame++)
            {
                Unsafe.Add(ref samples, frame) = left[frame];
            }
        }
        else
        {
            for (int frame = 0; frame < left.Length; frame++)
            {
                Unsafe.Add(ref samples, 2 * frame) = left[frame];
                Unsafe.Add(ref samples, (2 * frame) + 1) = right[frame];
            }
        }

        Volatile.Write(ref _counters.Written, written + total);
        return true;
    }

    /// <summary>The oldest block, which stays where it is until <see cref="Advance"/>. [reader thread]</summary>
    /// <param name="header">Its description.</param>
    /// <param name="samples">Interleaved samples, as they lie in memory.</param>
    /// <returns>False when the ring is empty.</returns>
    public bool TryPeek(out CaptureHeader header, out ReadOnlySpan<byte> samples)
    {
        while (true)
        {
            long read = _counters.Read;
            if (read == Volatile.Read(ref _counters.Written))
            {
                header = default;
                samples = default;
                return false;
            }

            int offset = (int)read & _mask;
            header = HeaderAt(offset);
            if (header.FrameCount < 0)
            {
                Volatile.Write(ref _counters.Read, read + _memory.Length - offset);
                continue;
            }

            int sampleCount = header.FrameCount * header.ChannelCount;
            samples = _memory.AsSpan(offset + CaptureHeader.SizeBytes, sampleCount * sizeof(float));
            _peekedBytes = (int)RecordBytes(sampleCount);
            return true;
        }
    }

    /// <summary>Gives the memory of the block last peeked at back to the writer. [reader thread]</summary>
    public void Advance()
    {
        Volatile.Write(ref _counters.Read, _counters.Read + _peekedBytes);
        _peekedBytes = 0;
    }

    [RealtimeSafe]
    private static long RecordBytes(long sampleCount)
        => (CaptureHeader.SizeBytes + (sampleCount * sizeof(float)) + Alignment - 1) & -Alignment;

    [RealtimeSafe]
    private ref CaptureHeader HeaderAt(int offset)
        => ref Unsafe.As<byte, CaptureHeader>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_memory), offset));

    [RealtimeSafe]
    private ref float SampleAt(int offset)
        => ref Unsafe.As<byte, float>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_memory), offset));
}
