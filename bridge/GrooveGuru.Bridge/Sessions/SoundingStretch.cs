using System.Numerics.Tensors;

namespace GrooveGuru.Bridge.Sessions;

/// <summary>From the first to the last sound of a capture, in the project's time. Guarded by its timeline.</summary>
internal sealed class SoundingStretch
{
    // -90 dBFS: what a mixer leaves of a song that is over.
    private const float SilencePeak = 3.16e-5f;

    private long _start = long.MaxValue;
    private long _end = long.MinValue;

    /// <summary>Whether anything has sounded.</summary>
    public bool Any => _end > long.MinValue;

    /// <summary>Something was captured.</summary>
    /// <param name="positionFrames">Project position of the first frame.</param>
    /// <param name="samples">Samples of all channels.</param>
    /// <param name="frameCount">Frames.</param>
    /// <returns>Whether this is the first sound.</returns>
    public bool Note(long positionFrames, ReadOnlySpan<float> samples, int frameCount)
    {
        // NaN is no silence: what it stands for was not silent.
        if (TensorPrimitives.MaxMagnitude(samples) is >= -SilencePeak and <= SilencePeak)
        {
            return false;
        }

        bool isFirst = !Any;
        (_start, _end) = (Math.Min(_start, positionFrames), Math.Max(_end, positionFrames + frameCount));
        return isFirst;
    }

    /// <summary>Project position of its first frame and behind its last; everything where nothing has sounded.</summary>
    public (long Start, long End) Window => Any ? (_start, _end) : (long.MinValue, long.MaxValue);
}
