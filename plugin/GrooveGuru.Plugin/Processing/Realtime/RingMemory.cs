using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>
/// What stands before the records of a ring: where they lie, and the positions, each on a cache line of its own so that the two
/// threads do not slow each other.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = SizeBytes)]
internal unsafe struct RingMemory
{
    /// <summary>Its size, bytes; the records begin behind it.</summary>
    public const int SizeBytes = 256;

    /// <summary>The first byte of the records.</summary>
    [FieldOffset(0)]
    public byte* Records;

    /// <summary>Size of the records' memory, bytes: a power of two.</summary>
    [FieldOffset(8)]
    public int CapacityBytes;

    /// <summary>Bytes ever written; moved by the writer only.</summary>
    [FieldOffset(64)]
    public long Written;

    /// <summary>Bytes ever read; moved by the reader only.</summary>
    [FieldOffset(128)]
    public long Read;

    /// <summary>Frames that found no room; counted by the writer only.</summary>
    [FieldOffset(192)]
    public long DroppedFrames;

    /// <summary>Blocks that found no room; counted by the writer only.</summary>
    [FieldOffset(200)]
    public long DroppedBlocks;
}
