namespace GrooveGuru.Core.Audio;

/// <summary>One channel of another source.</summary>
public sealed class ChannelSource : IAudioSource
{
    private readonly IAudioSource _source;
    private readonly int _channel;
    private float[][] _scratch = [];

    /// <summary>A channel of a source that has not been read yet.</summary>
    /// <param name="source">All channels; disposed with this.</param>
    /// <param name="channel">The one, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such channel.</exception>
    public ChannelSource(IAudioSource source, int channel)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(channel);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(channel, source.ChannelCount);
        (_source, _channel) = (source, channel);
    }

    /// <inheritdoc/>
    public int SampleRateHz => _source.SampleRateHz;

    /// <inheritdoc/>
    public int ChannelCount => 1;

    /// <inheritdoc/>
    public long? FrameCount => _source.FrameCount;

    /// <inheritdoc/>
    public string? Warning => _source.Warning;

    /// <inheritdoc/>
    public int Read(float[][] planar, int offsetFrames, int frameCount)
    {
        ArgumentNullException.ThrowIfNull(planar);
        if (_scratch.Length == 0 || _scratch[0].Length < frameCount)
        {
            _scratch = [.. Enumerable.Range(0, _source.ChannelCount).Select(_ => new float[frameCount])];
        }

        int read = _source.Read(_scratch, 0, frameCount);
        _scratch[_channel].AsSpan(0, read).CopyTo(planar[0].AsSpan(offsetFrames));
        return read;
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
