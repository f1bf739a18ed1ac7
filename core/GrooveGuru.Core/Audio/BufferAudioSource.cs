namespace GrooveGuru.Core.Audio;

/// <summary>Reads audio that is already in memory as a stream.</summary>
public sealed class BufferAudioSource : IAudioSource
{
    private readonly AudioBuffer _buffer;
    private int _position;

    /// <summary>A source over a buffer, which must not change while it is read.</summary>
    /// <param name="buffer">The audio; not copied.</param>
    public BufferAudioSource(AudioBuffer buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        _buffer = buffer;
    }

    /// <inheritdoc/>
    public int SampleRateHz => _buffer.SampleRateHz;

    /// <inheritdoc/>
    public int ChannelCount => _buffer.ChannelCount;

    /// <inheritdoc/>
    public long? FrameCount => _buffer.FrameCount;

    /// <inheritdoc/>
    public string? Warning => null;

    /// <inheritdoc/>
    public int Read(float[][] planar, int offsetFrames, int frameCount)
    {
        PlanarRange.Validate(planar, ChannelCount, offsetFrames, frameCount);
        int frames = Math.Min(frameCount, _buffer.FrameCount - _position);
        for (int channel = 0; channel < ChannelCount; channel++)
        {
            _buffer.Channel(channel).Slice(_position, frames).CopyTo(planar[channel].AsSpan(offsetFrames));
        }

        _position += frames;
        return frames;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
