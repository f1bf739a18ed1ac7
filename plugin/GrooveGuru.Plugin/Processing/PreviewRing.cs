using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Processing.Realtime;

namespace GrooveGuru.Plugin.Processing;

/// <summary>
/// The writer's side of a preview that is on its way to the audio thread, and the owner of its memory; of fixed size, for one hearing.
/// The audio thread knows only <see cref="Memory"/>, and reads in <see cref="PreviewTap"/>.
/// </summary>
internal sealed unsafe class PreviewRing
{
    /// <summary>How long the way from the input to the preview and back takes, s.</summary>
    public const double FadeSeconds = 0.01;

    // What the writer may be late by.
    private const double HeldSeconds = 1;
    private const int LeastFrames = 1 << 14, MostFrames = 1 << 19, CacheLineBytes = 64;

    // Pinned memory has one address for life; it is given back only when nobody knows this object any more.
    private readonly byte[] _memory;

    /// <summary>An empty ring.</summary>
    /// <param name="sampleRateHz">The host's sample rate, Hz.</param>
    public PreviewRing(int sampleRateHz)
    {
        int capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(sampleRateHz * HeldSeconds, LeastFrames, MostFrames));
        _memory = GC.AllocateArray<byte>(PreviewMemory.SizeBytes + (capacity * 2 * sizeof(float)) + CacheLineBytes, pinned: true);

        // Touched now: else the audio thread meets each page for the first time, and waits for the kernel to map it.
        _memory.AsSpan().Clear();
        nint start = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_memory));
        Memory = (PreviewMemory*)((start + CacheLineBytes - 1) & -CacheLineBytes);
        Memory->Frames = (float*)(Memory + 1);
        Memory->CapacityFrames = capacity;
        Memory->FadeFrames = Math.Max(1, (int)Math.Round(sampleRateHz * FadeSeconds));
        Memory->EndFrames = long.MaxValue;
    }

    /// <summary>What the audio thread reads; good as long as this object is known to somebody.</summary>
    public PreviewMemory* Memory { get; }

    /// <summary>Frames that were heard. [any-thread]</summary>
    public long HeardFrames => Volatile.Read(ref Memory->Read);

    /// <summary>Blocks that the host has had processed since the ring was given to it. [any-thread]</summary>
    public long Blocks => Volatile.Read(ref Memory->Blocks);

    /// <summary>Frames that came too late to be heard in time. [any-thread]</summary>
    public long MissingFrames => Volatile.Read(ref Memory->MissingFrames);

    /// <summary>Why nothing is heard any more. [any-thread]</summary>
    public PreviewEnd End => (PreviewEnd)Volatile.Read(ref Memory->Ended);

    /// <summary>Frames for which there is room. [writer thread]</summary>
    public int FreeFrames => (int)(Memory->CapacityFrames - (Memory->Written - Volatile.Read(ref Memory->Read)));

    /// <summary>Adds frames. [writer thread]</summary>
    /// <param name="left">Samples for the left [frames]; at most <see cref="FreeFrames"/>.</param>
    /// <param name="right">Samples for the right [frames], as many.</param>
    /// <exception cref="ArgumentException">There is no room for them, or the lengths differ.</exception>
    public void Write(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (left.Length > FreeFrames || right.Length != left.Length)
        {
            throw new ArgumentException("The ring has no room for these frames.", nameof(left));
        }

        long written = Memory->Written;
        for (int frame = 0; frame < left.Length; frame++)
        {
            float* samples = Memory->Frames + (2 * ((written + frame) & (Memory->CapacityFrames - 1)));
            samples[0] = left[frame];
            samples[1] = right[frame];
        }

        Volatile.Write(ref Memory->Written, written + left.Length);
        GC.KeepAlive(_memory);
    }

    /// <summary>Says that nothing will be added any more. [writer thread]</summary>
    public void Finish() => Volatile.Write(ref Memory->EndFrames, Memory->Written);

    /// <summary>Has the rest left out; the audio thread goes back to the input and then says so in <see cref="End"/>. [any-thread]</summary>
    public void Stop() => Volatile.Write(ref Memory->IsUnwanted, 1);
}
