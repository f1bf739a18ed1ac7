using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>
/// A preview on its way to the audio thread: a ring of frames with one writer, the preview's own thread, and one reader, the audio
/// thread; what each of them moves lies on cache lines of its own.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = SizeBytes)]
internal unsafe struct PreviewMemory
{
    /// <summary>Its size, bytes; the frames begin behind it.</summary>
    public const int SizeBytes = 192;

    /// <summary>The first frame: left and right sample, at the host's rate.</summary>
    [FieldOffset(0)]
    public float* Frames;

    /// <summary>Frames that the ring holds: a power of two.</summary>
    [FieldOffset(8)]
    public int CapacityFrames;

    /// <summary>Length of the way from the input to the preview and back, frames; 1 or more.</summary>
    [FieldOffset(12)]
    public int FadeFrames;

    /// <summary>Frames ever written; moved by the writer only.</summary>
    [FieldOffset(64)]
    public long Written;

    /// <summary>Frames of the whole preview; <see cref="long.MaxValue"/> until the writer knows. Moved by the writer only.</summary>
    [FieldOffset(72)]
    public long EndFrames;

    /// <summary>Whether the user wants it no more: 0 or 1. Moved by the writer only.</summary>
    [FieldOffset(80)]
    public int IsUnwanted;

    /// <summary>Frames ever heard; moved by the audio thread only.</summary>
    [FieldOffset(128)]
    public long Read;

    /// <summary>Blocks that the host has had processed; moved by the audio thread only.</summary>
    [FieldOffset(136)]
    public long Blocks;

    /// <summary>Frames in which nothing lay ready; moved by the audio thread only.</summary>
    [FieldOffset(144)]
    public long MissingFrames;

    /// <summary>How far it has come from the input to the preview, 0 to <see cref="FadeFrames"/>; moved by the audio thread only.</summary>
    [FieldOffset(152)]
    public int Fade;

    /// <summary>A <see cref="PreviewEnd"/>: why it is about to end; moved by the audio thread only.</summary>
    [FieldOffset(156)]
    public int Ending;

    /// <summary>A <see cref="PreviewEnd"/>: why nothing of it is heard any more; moved by the audio thread only.</summary>
    [FieldOffset(160)]
    public int Ended;
}
