using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>Passes a source through and keeps its middle part, so that one reading serves analysis and advice.</summary>
internal sealed class ExcerptSource : IAudioSource
{
    private readonly IAudioSource _source;
    private readonly long _firstFrame;
    private readonly long _maxFrames;
    private readonly List<float[][]> _blocks = [];
    private long _position;
    private long _kept;

    /// <summary>A source that keeps at most the given seconds.</summary>
    public ExcerptSource(IAudioSource source, int maxSeconds)
    {
        _source = source;
        _maxFrames = (long)maxSeconds * source.SampleRateHz;
        _firstFrame = source.FrameCount is { } count ? Math.Max(0, (count - _maxFrames) / 2) : 0;
    }

    /// <inheritdoc/>
    public int SampleRateHz => _source.SampleRateHz;

    /// <inheritdoc/>
    public int ChannelCount => _source.ChannelCount;

    /// <inheritdoc/>
    public long? FrameCount => _source.FrameCount;

    /// <inheritdoc/>
    public string? Warning => _source.Warning;

    /// <inheritdoc/>
    public int Read(float[][] planar, int offsetFrames, int frameCount)
    {
        int read = _source.Read(planar, offsetFrames, frameCount);
        int skip = (int)Math.Clamp(_firstFrame - _position, 0, read);
        int keep = (int)Math.Clamp(_maxFrames - _kept, 0, read - skip);
        if (keep > 0)
        {
            _blocks.Add([.. planar.Select(channel => channel.AsSpan(offsetFrames + skip, keep).ToArray())]);
            _kept += keep;
        }

        _position += read;
        return read;
    }

    /// <summary>Where the kept part begins, s.</summary>
    public double StartSeconds => (double)_firstFrame / SampleRateHz;

    /// <summary>The part that was kept, as one buffer; samples that are not finite read as silence.</summary>
    public AudioBuffer Take()
    {
        AudioBuffer buffer = new(ChannelCount, (int)_kept, SampleRateHz);
        int position = 0;
        foreach (float[][] block in _blocks)
        {
            for (int channel = 0; channel < ChannelCount; channel++)
            {
                Span<float> target = buffer.Channel(channel)[position..];
                for (int frame = 0; frame < block[channel].Length; frame++)
                {
                    target[frame] = float.IsFinite(block[channel][frame]) ? block[channel][frame] : 0;
                }
            }

            position += block[0].Length;
        }

        _blocks.Clear();
        return buffer;
    }

    /// <summary>Keeps the underlying source open: it is its owner's.</summary>
    public void Dispose() => _blocks.Clear();
}
