using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>
/// Captured blocks on their way from the audio thread to another: lock-free, one writer, one reader, of fixed size.
/// A block that finds no room is dropped and counted; the writer never waits.
/// </summary>
/// <remarks>
/// A block is one contiguous record: a header, then samples, rounded up to 64 bytes. Where it does not fit before the
/// end of the memory, a marker is left there and the record starts over at the beginning. The audio thread knows only
/// <see cref="Memory"/>, and writes through <see cref="RingWriter"/>; this object keeps that memory, and is the reader's side.
/// </remarks>
internal sealed unsafe class CaptureRing
{
    // Pinned memory has one address for life; it is given back only when nobody knows this object any more.
    private readonly byte[] _memory;
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

        _memory = GC.AllocateArray<byte>(RingMemory.SizeBytes + capacityBytes + CaptureHeader.SizeBytes, pinned: true);

        // Touched now: else the audio thread meets each page for the first time, and waits for the kernel to map it.
        _memory.AsSpan().Clear();
        nint start = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_memory));
        Memory = (RingMemory*)((start + CaptureHeader.SizeBytes - 1) & -CaptureHeader.SizeBytes);
        Memory->Records = (byte*)(Memory + 1);
        Memory->CapacityBytes = capacityBytes;
    }

    /// <summary>What the audio thread writes to; good as long as this object is known to somebody.</summary>
    public RingMemory* Memory { get; }

    /// <summary>Size of the records' memory, bytes.</summary>
    public int CapacityBytes => Memory->CapacityBytes;

    /// <summary>Frames that were dropped since the ring was made. [any-thread]</summary>
    public long DroppedFrames => Volatile.Read(ref Memory->DroppedFrames);

    /// <summary>Blocks that were dropped since the ring was made. [any-thread]</summary>
    public long DroppedBlocks => Volatile.Read(ref Memory->DroppedBlocks);

    /// <summary>Whether nothing waits to be read. [any-thread]</summary>
    public bool IsEmpty => WaitingBytes == 0;

    /// <summary>How much waits to be read, bytes. [any-thread]</summary>
    public long WaitingBytes => Volatile.Read(ref Memory->Written) - Volatile.Read(ref Memory->Read);

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

    /// <summary>Adds an interleaved block as the audio thread does, or drops and counts it. [the writer's thread]</summary>
    /// <param name="header">Its description; frame count and channel count must agree with the spans.</param>
    /// <param name="left">Samples of the first channel [frames].</param>
    /// <param name="right">Samples of the second channel [frames]; empty for one channel.</param>
    /// <returns>Whether it was added.</returns>
    [RealtimeSafe]
    public bool TryWrite(in CaptureHeader header, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        fixed (float* first = left, second = right)
        {
            return RingWriter.TryWriteInterleaved(Memory, in header, first, right.IsEmpty ? null : second);
        }
    }

    /// <summary>The oldest block, which stays where it is until <see cref="Advance"/>. [reader thread]</summary>
    /// <param name="header">Its description.</param>
    /// <param name="samples">Its samples, as they lie in memory; good as long as this object is known to somebody.</param>
    /// <returns>False when the ring is empty.</returns>
    public bool TryPeek(out CaptureHeader header, out ReadOnlySpan<byte> samples)
    {
        while (true)
        {
            long read = Memory->Read;
            if (read == Volatile.Read(ref Memory->Written))
            {
                header = default;
                samples = default;
                return false;
            }

            int offset = (int)read & (CapacityBytes - 1);
            header = *(CaptureHeader*)(Memory->Records + offset);
            if (header.FrameCount < 0)
            {
                Volatile.Write(ref Memory->Read, read + CapacityBytes - offset);
                continue;
            }

            int sampleCount = header.FrameCount * header.ChannelCount;
            samples = new ReadOnlySpan<byte>(Memory->Records + offset + CaptureHeader.SizeBytes, sampleCount * sizeof(float));
            _peekedBytes = (int)RingWriter.RecordBytes(sampleCount);
            return true;
        }
    }

    /// <summary>Gives the memory of the block last peeked at back to the writer. [reader thread]</summary>
    public void Advance()
    {
        Volatile.Write(ref Memory->Read, Memory->Read + _peekedBytes);
        _peekedBytes = 0;
        GC.KeepAlive(_memory);
    }
}
