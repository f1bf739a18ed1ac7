using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>The writer's side of a ring: nothing but memory is touched, and nobody is waited for.</summary>
[RealtimeSafe]
internal static unsafe class RingWriter
{
    /// <summary>Adds a block whose channels are interleaved, or drops and counts it where there is no room. [audio-thread]</summary>
    /// <param name="ring">Where it goes.</param>
    /// <param name="header">Its description; marked here where a sample is NaN or infinite.</param>
    /// <param name="left">Samples of the first channel [frames]; kept bit for bit.</param>
    /// <param name="right">Samples of the second channel [frames]; null for one channel.</param>
    /// <returns>Whether it was added.</returns>
    public static bool TryWriteInterleaved(RingMemory* ring, in CaptureHeader header, float* left, float* right)
    {
        CaptureHeader* record = Reserve(ring, header.FrameCount, right == null ? 1 : 2, out long total);
        if (record == null)
        {
            return false;
        }

        *record = header;
        if (!SampleMove.Interleave((uint*)left, (uint*)right, (uint*)(record + 1), header.FrameCount))
        {
            record->Flags |= CaptureFlags.HasNonFinite;
        }

        Volatile.Write(ref ring->Written, ring->Written + total);
        return true;
    }

    /// <summary>Adds a block whose channels lie one behind the other, or drops and counts it where there is no room. [audio-thread]</summary>
    /// <param name="ring">Where it goes.</param>
    /// <param name="header">Its description.</param>
    /// <param name="left">Samples of the first channel [frames].</param>
    /// <param name="right">Samples of the second channel [frames]; null for one channel.</param>
    /// <returns>Whether it was added.</returns>
    public static bool TryWritePlanar(RingMemory* ring, in CaptureHeader header, float* left, float* right)
    {
        CaptureHeader* record = Reserve(ring, header.FrameCount, right == null ? 1 : 2, out long total);
        if (record == null)
        {
            return false;
        }

        *record = header;
        float* samples = (float*)(record + 1);
        nuint bytes = (nuint)header.FrameCount * sizeof(float);
        SampleMove.Copy(left, samples, bytes);
        if (right != null)
        {
            SampleMove.Copy(right, samples + header.FrameCount, bytes);
        }

        Volatile.Write(ref ring->Written, ring->Written + total);
        return true;
    }

    /// <summary>Size of a record, bytes: header and samples, rounded up so that the next header lies on a cache line.</summary>
    /// <param name="sampleCount">Frames times channels.</param>
    public static long RecordBytes(long sampleCount)
        => (CaptureHeader.SizeBytes + (sampleCount * sizeof(float)) + CaptureHeader.SizeBytes - 1) & -CaptureHeader.SizeBytes;

    // Where the next record goes, and how far the ring moves on with it; null where there is no room.
    private static CaptureHeader* Reserve(RingMemory* ring, int frameCount, int channelCount, out long total)
    {
        long written = ring->Written;
        long free = ring->CapacityBytes - (written - Volatile.Read(ref ring->Read));
        long needed = RecordBytes((long)frameCount * channelCount);
        int offset = (int)written & (ring->CapacityBytes - 1);
        int tail = ring->CapacityBytes - offset;
        total = needed <= tail ? needed : tail + needed;
        if (total > free)
        {
            Volatile.Write(ref ring->DroppedFrames, ring->DroppedFrames + frameCount);
            Volatile.Write(ref ring->DroppedBlocks, ring->DroppedBlocks + 1);
            return null;
        }

        if (needed > tail)
        {
            ((CaptureHeader*)(ring->Records + offset))->FrameCount = -1;
            offset = 0;
        }

        return (CaptureHeader*)(ring->Records + offset);
    }
}
