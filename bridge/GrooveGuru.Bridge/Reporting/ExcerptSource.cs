using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>Passes a source through and keeps its middle part, so that one reading serves analysis and advice.</summary>
internal sealed class ExcerptSource : IAudioSource
{
    private const int FirstCapacity = 1 << 20;

    private readonly IAudioSource _source;
    private readonly long _firstFrame;
    private readonly int _maxFrames;
    private float[][] _samples;
    private long _position;
    private int _kept;

    /// <summary>A source that keeps at most the given seconds.</summary>
    public ExcerptSource(IAudioSource source, int maxSeconds)
    {
        _source = source;
        _maxFrames = (int)Math.Min(Array.MaxLength, (long)maxSeconds * source.SampleRateHz);
        _firstFrame = source.FrameCount is { } count ? Math.Max(0, (count - _maxFrames) / 2) : 0;

        // Where the length is known the room is exact from the start: growing would hold the audio twice.
        int capacity = (int)Math.Min(_maxFrames, source.FrameCount ?? FirstCapacity);
        _samples = [.. Enumerable.Range(0, source.ChannelCount).Select(_ => new float[capacity])];
    }

    /// <inheritdoc/>
    public int SampleRateHz => _source.SampleRateHz;

    /// <inheritdoc/>
    public int ChannelCount => _source.ChannelCount;

    /// <inheritdoc/>
    public long? FrameCount => _source.FrameCount;

    /// <inheritdoc/>
    public string? Warning => _source.Warning;

    /// <summary>Where the kept part begins, s.</summary>
    public double StartSeconds => (double)_firstFrame / SampleRateHz;

    /// <inheritdoc/>
    public int Read(float[][] planar, int offsetFrames, int frameCount)
    {
        int read = _source.Read(planar, offsetFrames, frameCount);
        int skip = (int)Math.Clamp(_firstFrame - _position, 0, read);
        int keep = Math.Clamp(_maxFrames - _kept, 0, read - skip);
        if (keep > 0)
        {
            Reserve(_kept + keep);
            for (int channel = 0; channel < ChannelCount; channel++)
            {
                Span<float> target = _samples[channel].AsSpan(_kept, keep);
                planar[channel].AsSpan(offsetFrames + skip, keep).CopyTo(target);
                FiniteSamples.Clean(target);
            }

            _kept += keep;
        }

        _position += read;
        return read;
    }

    /// <summary>The part that was kept, as one buffer; what is no sample (see <see cref="FiniteSamples"/>) reads as silence.</summary>
    public AudioBuffer Take()
    {
        for (int channel = 0; channel < ChannelCount; channel++)
        {
            Array.Resize(ref _samples[channel], _kept);
        }

        AudioBuffer buffer = new(_samples, SampleRateHz);
        _samples = [.. Enumerable.Range(0, ChannelCount).Select(_ => Array.Empty<float>())];
        return buffer;
    }

    /// <summary>Keeps the underlying source open: it is its owner's.</summary>
    public void Dispose()
    {
    }

    private void Reserve(int frames)
    {
        if (frames <= _samples[0].Length)
        {
            return;
        }

        int capacity = (int)Math.Min(_maxFrames, Math.Max(frames, 2L * _samples[0].Length));
        for (int channel = 0; channel < ChannelCount; channel++)
        {
            Array.Resize(ref _samples[channel], capacity);
        }
    }
}
