namespace GrooveGuru.Core.Audio;

/// <summary>Audio in memory: planar 32-bit float samples, one array per channel, all of one length.</summary>
public sealed class AudioBuffer
{
    private readonly float[][] _channels;

    /// <summary>Silence.</summary>
    /// <param name="channelCount">Channels, 1 or more.</param>
    /// <param name="frameCount">Frames (samples per channel), 0 or more.</param>
    /// <param name="sampleRateHz">Sample rate in Hz, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or there is no channel or no rate.</exception>
    public AudioBuffer(int channelCount, int frameCount, int sampleRateHz)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channelCount, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(frameCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRateHz, 1);
        _channels = new float[channelCount][];
        for (int channel = 0; channel < channelCount; channel++)
        {
            _channels[channel] = new float[frameCount];
        }

        FrameCount = frameCount;
        SampleRateHz = sampleRateHz;
    }

    /// <summary>Audio that takes over the given arrays.</summary>
    /// <param name="channels">Samples [channel][frame], linear, nominally −1…1; not copied.</param>
    /// <param name="sampleRateHz">Sample rate in Hz, positive.</param>
    /// <exception cref="ArgumentException">There is no channel, or the channels differ in length.</exception>
    public AudioBuffer(float[][] channels, int sampleRateHz)
    {
        ArgumentNullException.ThrowIfNull(channels);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRateHz, 1);
        if (channels.Length == 0 || channels.Any(channel => channel.Length != channels[0].Length))
        {
            throw new ArgumentException("There must be at least one channel, and all of one length.", nameof(channels));
        }

        _channels = channels;
        FrameCount = channels[0].Length;
        SampleRateHz = sampleRateHz;
    }

    /// <summary>Number of channels, 1 or more.</summary>
    public int ChannelCount => _channels.Length;

    /// <summary>Number of frames (samples per channel).</summary>
    public int FrameCount { get; }

    /// <summary>Sample rate in Hz.</summary>
    public int SampleRateHz { get; }

    /// <summary>Length in seconds.</summary>
    public double DurationSeconds => (double)FrameCount / SampleRateHz;

    /// <summary>The samples of one channel [frames]; writable.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such channel.</exception>
    public Span<float> Channel(int channel) => _channels[channel];

    /// <summary>The arrays themselves [channel][frame], for code that cannot hold a span.</summary>
    public IReadOnlyList<float[]> Channels => _channels;

    /// <summary>A copy with samples of its own.</summary>
    public AudioBuffer Clone() => new(_channels.Select(channel => (float[])channel.Clone()).ToArray(), SampleRateHz);
}
