using GrooveGuru.Core.Audio;

namespace GrooveGuru.Benchmarks.Analysis;

/// <summary>Audio in memory, repeated until a length is reached.</summary>
internal sealed class RepeatingSource : IAudioSource
{
    private readonly AudioBuffer _audio;
    private readonly long _frames;
    private long _position;

    /// <summary>A source over audio that must have frames.</summary>
    public RepeatingSource(AudioBuffer audio, double seconds)
    {
        _audio = audio;
        _frames = (long)(seconds * audio.SampleRateHz);
    }

    /// <inheritdoc/>
    public int SampleRateHz => _audio.SampleRateHz;

    /// <inheritdoc/>
    public int ChannelCount => _audio.ChannelCount;

    /// <inheritdoc/>
    public long? FrameCount => _frames;

    /// <inheritdoc/>
    public string? Warning => null;

    /// <inheritdoc/>
    public int Read(float[][] planar, int offsetFrames, int frameCount)
    {
        int at = (int)(_position % _audio.FrameCount);
        int frames = (int)Math.Min(Math.Min(frameCount, _audio.FrameCount - at), _frames - _position);
        for (int channel = 0; channel < ChannelCount; channel++)
        {
            _audio.Channel(channel).Slice(at, frames).CopyTo(planar[channel].AsSpan(offsetFrames));
        }

        _position += frames;
        return frames;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
