using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Tests.Jobs;

/// <summary>Audio of any length that is made while it is read.</summary>
internal sealed class GeneratedSource(int sampleRateHz, double seconds, Func<double, float> sample) : IAudioSource
{
    private long _read;

    public int SampleRateHz => sampleRateHz;

    public int ChannelCount => 1;

    public long? FrameCount { get; } = (long)(seconds * sampleRateHz);

    public string? Warning => null;

    public int Read(float[][] planar, int offsetFrames, int frameCount)
    {
        int count = (int)Math.Min(frameCount, FrameCount!.Value - _read);
        for (int frame = 0; frame < count; frame++)
        {
            planar[0][offsetFrames + frame] = sample((double)(_read + frame) / sampleRateHz);
        }

        _read += count;
        return count;
    }

    public void Dispose()
    {
    }
}
