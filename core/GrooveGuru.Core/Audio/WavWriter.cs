using System.Buffers.Binary;

namespace GrooveGuru.Core.Audio;

/// <summary>
/// Writes a WAV file in blocks. The samples go to a file beside the target, which takes its name only on
/// <see cref="Commit"/>: a crash or an error never leaves half a file under the final name.
/// </summary>
public sealed class WavWriter : IDisposable
{
    private const int BlockFrames = 8192;
    private const int MaxChannels = 64;

    private readonly string _path;
    private readonly string _partPath;
    private readonly int _sampleRateHz;
    private readonly int _channelCount;
    private readonly WavFormat _format;
    private readonly byte[] _bytes;
    private FileStream? _stream;
    private long _frameCount;

    /// <summary>Starts a file.</summary>
    /// <param name="path">Where the finished file shall lie; its folder must exist; replaced if it exists.</param>
    /// <param name="sampleRateHz">Sample rate in Hz, positive.</param>
    /// <param name="channelCount">Channels, 1 to 64.</param>
    /// <param name="format">How samples are stored.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate or the channel count is out of range.</exception>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public WavWriter(string path, int sampleRateHz, int channelCount, WavFormat format = WavFormat.IeeeFloat32)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRateHz, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channelCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(channelCount, MaxChannels);
        _path = Path.GetFullPath(path);
        _partPath = $"{_path}.{Guid.NewGuid():N}.part";
        _sampleRateHz = sampleRateHz;
        _channelCount = channelCount;
        _format = format;
        _bytes = new byte[BlockFrames * channelCount * WavHeaderWriter.SampleBytes(format)];
        _stream = new FileStream(_partPath, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        _stream.Write(WavHeaderWriter.Build(format, sampleRateHz, channelCount, 0));
    }

    /// <summary>Frames written so far.</summary>
    public long FrameCount => _frameCount;

    /// <summary>Appends frames.</summary>
    /// <param name="planar">Samples [channel][frame], linear; integers clip at full scale and take NaN as 0.</param>
    /// <param name="offsetFrames">First frame to write.</param>
    /// <param name="frameCount">Frames to write.</param>
    /// <exception cref="ArgumentException">The arrays do not hold the range.</exception>
    /// <exception cref="ObjectDisposedException">The file is already finished.</exception>
    public void Write(IReadOnlyList<float[]> planar, int offsetFrames, int frameCount)
    {
        PlanarRange.Validate(planar, _channelCount, offsetFrames, frameCount);
        ObjectDisposedException.ThrowIf(_stream is null, this);
        int align = _channelCount * WavHeaderWriter.SampleBytes(_format);
        for (int done = 0; done < frameCount;)
        {
            int frames = Math.Min(BlockFrames, frameCount - done);
            for (int channel = 0; channel < _channelCount; channel++)
            {
                Encode(planar[channel].AsSpan(offsetFrames + done, frames), channel, align);
            }

            _stream.Write(_bytes, 0, frames * align);
            done += frames;
        }

        _frameCount += frameCount;
    }

    /// <summary>Finishes the file: header, flush to disk, rename to the final name.</summary>
    /// <exception cref="ObjectDisposedException">The file is already finished.</exception>
    public void Commit()
    {
        ObjectDisposedException.ThrowIf(_stream is null, this);
        if ((_frameCount * _channelCount * WavHeaderWriter.SampleBytes(_format) & 1) == 1)
        {
            _stream.WriteByte(0);
        }

        _stream.Position = 0;
        _stream.Write(WavHeaderWriter.Build(_format, _sampleRateHz, _channelCount, _frameCount));
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        File.Move(_partPath, _path, overwrite: true);
        _stream = null;
    }

    /// <summary>Without a commit, removes what was written.</summary>
    public void Dispose()
    {
        if (_stream is not null)
        {
            _stream.Dispose();
            _stream = null;
            File.Delete(_partPath);
        }
    }

    private void Encode(ReadOnlySpan<float> samples, int channel, int align)
    {
        int at = channel * WavHeaderWriter.SampleBytes(_format);
        foreach (float sample in samples)
        {
            Span<byte> bytes = _bytes.AsSpan(at);
            switch (_format)
            {
                case WavFormat.IeeeFloat32:
                    BinaryPrimitives.WriteSingleLittleEndian(bytes, sample);
                    break;
                case WavFormat.Pcm24:
                    int value = Quantize(sample, 8388608.0);
                    bytes[0] = (byte)value;
                    bytes[1] = (byte)(value >> 8);
                    bytes[2] = (byte)(value >> 16);
                    break;
                default:
                    BinaryPrimitives.WriteInt16LittleEndian(bytes, (short)Quantize(sample, 32768.0));
                    break;
            }

            at += align;
        }
    }

    private static int Quantize(float sample, double scale) =>
        float.IsNaN(sample) ? 0 : (int)Math.Clamp(Math.Round(sample * scale), -scale, scale - 1);
}
