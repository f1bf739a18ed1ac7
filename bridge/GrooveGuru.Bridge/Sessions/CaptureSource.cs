using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Sessions;

/// <summary>Reads a capture from beginning to end.</summary>
internal sealed class CaptureSource : IAudioSource
{
    private readonly CaptureTimeline _timeline;
    private readonly IReadOnlyList<CaptureSpan> _spans;
    private float[] _interleaved = [];
    private int _span;
    private int _offsetFrames;
    private bool _disposed;

    /// <summary>A source over the given spans of a timeline, which it keeps alive.</summary>
    public CaptureSource(CaptureTimeline timeline, IReadOnlyList<CaptureSpan> spans)
    {
        _timeline = timeline;
        _spans = spans;
        FrameCount = spans.Sum(span => (long)span.FrameCount);
    }

    /// <inheritdoc/>
    public int SampleRateHz => _timeline.SampleRateHz;

    /// <inheritdoc/>
    public int ChannelCount => _timeline.ChannelCount;

    /// <inheritdoc/>
    public long? FrameCount { get; }

    /// <inheritdoc/>
    public string? Warning => null;

    /// <inheritdoc/>
    public int Read(float[][] planar, int offsetFrames, int frameCount)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        int done = 0;
        while (done < frameCount && _span < _spans.Count)
        {
            CaptureSpan span = _spans[_span];
            int frames = Math.Min(frameCount - done, span.FrameCount - _offsetFrames);
            if (span.FileFrame < 0)
            {
                foreach (float[] channel in planar)
                {
                    channel.AsSpan(offsetFrames + done, frames).Clear();
                }
            }
            else
            {
                ReadSamples(span.FileFrame + _offsetFrames, planar, offsetFrames + done, frames);
            }

            done += frames;
            _offsetFrames += frames;
            if (_offsetFrames == span.FrameCount)
            {
                _span++;
                _offsetFrames = 0;
            }
        }

        return done;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _timeline.Release();
        }
    }

    private void ReadSamples(long fileFrame, float[][] planar, int offsetFrames, int frames)
    {
        int samples = frames * ChannelCount;
        if (_interleaved.Length < samples)
        {
            _interleaved = new float[samples];
        }

        _timeline.ReadFile(fileFrame, _interleaved.AsSpan(0, samples));
        for (int channel = 0; channel < ChannelCount; channel++)
        {
            Span<float> target = planar[channel].AsSpan(offsetFrames, frames);
            for (int frame = 0; frame < frames; frame++)
            {
                target[frame] = _interleaved[(frame * ChannelCount) + channel];
            }
        }
    }
}
