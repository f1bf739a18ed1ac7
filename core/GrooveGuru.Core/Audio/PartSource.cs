namespace GrooveGuru.Core.Audio;

/// <summary>A part of another source: from a place, for a length.</summary>
/// <remarks>What lies before the part is read and dropped, so starting late costs decoding, and any source will do.</remarks>
public sealed class PartSource : IAudioSource
{
    private const int SkipFrames = 65_536;

    private readonly IAudioSource _source;
    private readonly long _startFrame;
    private readonly long _maxFrames;
    private bool _started;
    private long _read;

    /// <summary>A part of a source that has not been read yet.</summary>
    /// <param name="source">The whole; disposed with this.</param>
    /// <param name="startSeconds">Where the part begins, s, 0 or more.</param>
    /// <param name="durationSeconds">Its length, s, above 0; null for the rest. A part that would reach beyond the end ends there.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative or not finite.</exception>
    public PartSource(IAudioSource source, double startSeconds, double? durationSeconds)
    {
        ArgumentNullException.ThrowIfNull(source);
        RequireTime(startSeconds, nameof(startSeconds));
        RequireTime(durationSeconds ?? 0, nameof(durationSeconds));
        _source = source;
        _startFrame = ToFrames(startSeconds, source.SampleRateHz);
        _maxFrames = durationSeconds is { } seconds ? ToFrames(seconds, source.SampleRateHz) : long.MaxValue;
    }

    /// <inheritdoc/>
    public int SampleRateHz => _source.SampleRateHz;

    /// <inheritdoc/>
    public int ChannelCount => _source.ChannelCount;

    /// <inheritdoc/>
    public long? FrameCount => _source.FrameCount is { } count ? Math.Clamp(count - _startFrame, 0, _maxFrames) : null;

    /// <inheritdoc/>
    public string? Warning => _source.Warning;

    /// <inheritdoc/>
    public int Read(float[][] planar, int offsetFrames, int frameCount)
    {
        if (!_started)
        {
            _started = true;
            Skip();
        }

        int wanted = (int)Math.Min(frameCount, _maxFrames - _read);
        int read = wanted == 0 ? 0 : _source.Read(planar, offsetFrames, wanted);
        _read += read;
        return read;
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    private static void RequireTime(double seconds, string name)
    {
        if (!double.IsFinite(seconds) || seconds < 0)
        {
            throw new ArgumentOutOfRangeException(name, seconds, "A time is finite and not negative.");
        }
    }

    private static long ToFrames(double seconds, int sampleRateHz) =>
        (long)Math.Min(long.MaxValue / 2.0, Math.Round(seconds * sampleRateHz));

    private void Skip()
    {
        float[][] dropped = [.. Enumerable.Range(0, ChannelCount).Select(_ => new float[SkipFrames])];
        for (long left = _startFrame; left > 0;)
        {
            int read = _source.Read(dropped, 0, (int)Math.Min(left, SkipFrames));
            if (read == 0)
            {
                return;
            }

            left -= read;
        }
    }
}
