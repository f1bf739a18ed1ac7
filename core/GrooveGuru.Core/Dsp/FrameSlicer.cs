namespace GrooveGuru.Core.Dsp;

/// <summary>
/// Cuts a stream of samples into overlapping frames that are centred on multiples of the hop, with silence before the
/// beginning and after the end. The frames do not depend on how the stream is cut into writes.
/// </summary>
/// <remarks>Frame t is centred on sample t * hop, and there are 1 + samples / hop frames: the framing of librosa.</remarks>
public sealed class FrameSlicer
{
    private readonly int _hop;
    private float[] _samples;
    private int _start;
    private int _end;
    private long _written;
    private long _framesOut;
    private bool _ended;

    /// <summary>An empty slicer.</summary>
    /// <param name="frameLength">Samples in a frame, 2 or more, even.</param>
    /// <param name="hopLength">Samples from frame to frame, 1 or more.</param>
    public FrameSlicer(int frameLength, int hopLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frameLength, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(hopLength, 1);
        FrameLength = frameLength;
        _hop = hopLength;
        _samples = new float[frameLength * 4];
        _end = frameLength / 2;
    }

    /// <summary>Samples in a frame.</summary>
    public int FrameLength { get; }

    /// <summary>Appends samples; take out all frames with <see cref="TryNext"/> between writes.</summary>
    /// <exception cref="InvalidOperationException">The stream has ended.</exception>
    public void Write(ReadOnlySpan<float> samples)
    {
        if (_ended)
        {
            throw new InvalidOperationException("The stream has ended.");
        }

        Append(samples.Length, samples);
        _written += samples.Length;
    }

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    internal FrameSlicer Fork()
    {
        var copy = (FrameSlicer)MemberwiseClone();
        copy._samples = [.. _samples];
        return copy;
    }

    /// <summary>Ends the stream; the last frames can be taken out after this.</summary>
    public void End()
    {
        if (!_ended)
        {
            _ended = true;
            Append(FrameLength, default);
        }
    }

    /// <summary>Takes out the next frame.</summary>
    /// <param name="frame">Samples [frame length], valid until the next write; empty where there is no frame yet.</param>
    public bool TryNext(out ReadOnlySpan<float> frame)
    {
        bool isWithin = !_ended || _framesOut < 1 + (_written / _hop);
        if (!isWithin || _end - _start < FrameLength || _written == 0)
        {
            frame = default;
            return false;
        }

        frame = _samples.AsSpan(_start, FrameLength);
        _start += _hop;
        _framesOut++;
        return true;
    }

    private void Append(int count, ReadOnlySpan<float> samples)
    {
        if (_end + count > _samples.Length)
        {
            // With a hop above the frame length the next frame may begin beyond what is there.
            int kept = Math.Max(0, _end - _start);
            int ahead = Math.Max(0, _start - _end);
            float[] target = kept + ahead + count > _samples.Length ? new float[2 * (kept + ahead + count)] : _samples;
            Array.Copy(_samples, _end - kept, target, 0, kept);
            _samples = target;
            _start = ahead;
            _end = kept;
        }

        Span<float> place = _samples.AsSpan(_end, count);
        if (samples.IsEmpty)
        {
            place.Clear();
        }
        else
        {
            samples.CopyTo(place);
        }

        _end += count;
    }
}
