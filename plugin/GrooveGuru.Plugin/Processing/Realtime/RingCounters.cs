using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>The positions of a ring, each on a cache line of its own so that the two threads do not slow each other.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct RingCounters
{
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
