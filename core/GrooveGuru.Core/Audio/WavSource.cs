namespace GrooveGuru.Core.Audio;

/// <summary>Streams the samples of a WAV file.</summary>
internal sealed class WavSource : IAudioSource
{
    private const int BlockFrames = 8192;

    private readonly Stream _stream;
    private readonly WavLayout _layout;
    private readonly WavSampleEncoding _encoding;
    private readonly byte[] _bytes;
    private long _framesLeft;

    /// <summary>A source over an open file.</summary>
    /// <param name="stream">The file; disposed with this source.</param>
    /// <param name="layout">Its layout, with an encoding.</param>
    public WavSource(Stream stream, WavLayout layout)
    {
        _stream = stream;
        _layout = layout;
        _encoding = layout.Encoding ?? throw new ArgumentException("The encoding is not known.", nameof(layout));
        _bytes = new byte[BlockFrames * layout.BytesPerFrame];
        _framesLeft = layout.FrameCount;
        _stream.Position = layout.DataOffsetBytes;
    }

    /// <inheritdoc/>
    public int SampleRateHz => _layout.SampleRateHz;

    /// <inheritdoc/>
    public int ChannelCount => _layout.ChannelCount;

    /// <inheritdoc/>
    public long? FrameCount => _layout.FrameCount;

    /// <inheritdoc/>
    public string? Warning => _layout.Warning;

    /// <inheritdoc/>
    public int Read(float[][] planar, int offsetFrames, int frameCount)
    {
        PlanarRange.Validate(planar, ChannelCount, offsetFrames, frameCount);
        int done = 0;
        while (done < frameCount && _framesLeft > 0)
        {
            int wanted = (int)Math.Min(Math.Min(BlockFrames, frameCount - done), _framesLeft);
            int bytes = wanted * _layout.BytesPerFrame;
            int got = _stream.ReadAtLeast(_bytes.AsSpan(0, bytes), bytes, throwOnEndOfStream: false);
            int frames = got / _layout.BytesPerFrame;
            for (int channel = 0; channel < ChannelCount; channel++)
            {
                Span<float> destination = planar[channel].AsSpan(offsetFrames + done, frames);
                WavSampleDecoder.Decode(_bytes, _encoding, channel, ChannelCount, destination);
            }

            done += frames;
            // A file that shrinks while it is read ends where it now ends.
            _framesLeft = frames < wanted ? 0 : _framesLeft - frames;
        }

        return done;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}
