using System.Runtime.Intrinsics;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>Moves samples as bits: NaN payloads and negative zero survive.</summary>
/// <remarks>
/// The copies of the class library may end in a call that leaves the runtime and comes back, which would wait for a collection; these
/// are loops, and nothing else.
/// </remarks>
[RealtimeSafe]
internal static unsafe class SampleMove
{
    private const uint MagnitudeBits = 0x7FFFFFFF;
    private const uint ToSignBit = 0x00800000; // added to the magnitude of infinity or NaN it sets the sign bit, to less it does not

    /// <summary>Copies bytes between buffers, which may overlap.</summary>
    public static void Copy(void* from, void* to, nuint bytes)
    {
        byte* source = (byte*)from, target = (byte*)to;
        nuint width = (nuint)Vector128<byte>.Count;
        if (target <= source || target >= source + bytes)
        {
            nuint at = 0;
            for (; at + width <= bytes; at += width)
            {
                Vector128.Store(Vector128.Load(source + at), target + at);
            }

            for (; at < bytes; at++)
            {
                target[at] = source[at];
            }
        }
        else
        {
            nuint left = bytes;
            for (; left >= width; left -= width)
            {
                Vector128.Store(Vector128.Load(source + left - width), target + left - width);
            }

            for (; left > 0; left--)
            {
                target[left - 1] = source[left - 1];
            }
        }
    }

    /// <summary>Exchanges the bytes of two buffers that do not overlap.</summary>
    public static void Swap(void* first, void* second, nuint bytes)
    {
        uint* a = (uint*)first, b = (uint*)second;
        for (nuint at = 0; at < bytes / sizeof(uint); at++)
        {
            (a[at], b[at]) = (b[at], a[at]);
        }
    }

    /// <summary>Writes zeros.</summary>
    public static void Clear(void* to, nuint bytes)
    {
        byte* target = (byte*)to;
        nuint width = (nuint)Vector128<byte>.Count, at = 0;
        for (; at + width <= bytes; at += width)
        {
            Vector128.Store(Vector128<byte>.Zero, target + at);
        }

        for (; at < bytes; at++)
        {
            target[at] = 0;
        }
    }

    /// <summary>Interleaves the bits of one or two channels.</summary>
    /// <param name="left">Samples of the first channel [frames].</param>
    /// <param name="right">Samples of the second channel [frames]; null for one channel.</param>
    /// <param name="interleaved">Where they go; overlaps neither.</param>
    /// <param name="frameCount">Frames.</param>
    /// <returns>Whether no sample is NaN or infinite.</returns>
    public static bool Interleave(uint* left, uint* right, uint* interleaved, int frameCount)
    {
        uint notFinite = 0;
        if (right == null)
        {
            for (int frame = 0; frame < frameCount; frame++)
            {
                uint sample = left[frame];
                notFinite |= (sample & MagnitudeBits) + ToSignBit;
                interleaved[frame] = sample;
            }
        }
        else
        {
            for (int frame = 0; frame < frameCount; frame++)
            {
                uint first = left[frame], second = right[frame];
                notFinite |= ((first & MagnitudeBits) + ToSignBit) | ((second & MagnitudeBits) + ToSignBit);
                interleaved[2 * frame] = first;
                interleaved[(2 * frame) + 1] = second;
            }
        }

        return notFinite <= MagnitudeBits;
    }
}
