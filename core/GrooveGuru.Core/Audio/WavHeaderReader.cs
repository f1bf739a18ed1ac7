using System.Buffers.Binary;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Core.Audio;

/// <summary>Reads the chunks of a RIFF, RF64 or BW64 WAVE file up to its samples, and believes the file over its header.</summary>
/// <remarks>Microsoft/IBM RIFF 1991; WAVE_FORMAT_EXTENSIBLE; EBU Tech 3306 (RF64); ITU-R BS.2088 (BW64).</remarks>
internal sealed class WavHeaderReader
{
    private const uint UnknownSize = 0xFFFFFFFF;
    private const int MaxChannels = 64;

    private readonly Stream _stream;
    private readonly string _path;
    private readonly byte[] _bytes = new byte[40];
    private byte[]? _format;
    private long _longDataBytes = -1;
    private long _dataOffset = -1;
    private long _declaredDataBytes;
    private bool _neverFinished;

    private WavHeaderReader(Stream stream, string path)
    {
        _stream = stream;
        _path = path;
    }

    /// <summary>Reads the header.</summary>
    /// <param name="stream">The file, seekable.</param>
    /// <param name="path">Its name, for messages.</param>
    /// <exception cref="UnsupportedAudioException">There is no usable format or no data chunk.</exception>
    public static WavLayout Read(Stream stream, string path) => new WavHeaderReader(stream, path).Read();

    private WavLayout Read()
    {
        _stream.Position = 0;
        if (!TryRead(12))
        {
            throw new UnsupportedAudioException(_path, "The file ends within its WAV header; export or download it again.");
        }

        uint riffSize = BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(4));
        while ((_format is null || _dataOffset < 0) && TryRead(8))
        {
            ReadChunk(riffSize);
        }

        if (_format is null)
        {
            throw new UnsupportedAudioException(_path, "The WAV file does not say how its samples are stored (no fmt chunk).");
        }

        if (_dataOffset < 0)
        {
            throw new UnsupportedAudioException(_path, "The WAV file holds no audio (no data chunk).");
        }

        return Layout();
    }

    private void ReadChunk(uint riffSize)
    {
        uint id = BinaryPrimitives.ReadUInt32BigEndian(_bytes);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(4));
        long start = _stream.Position;
        switch (id)
        {
            case 0x64733634: // ds64
                if (TryRead((int)Math.Clamp(size, 0, 28)) && size >= 16)
                {
                    _longDataBytes = BinaryPrimitives.ReadInt64LittleEndian(_bytes.AsSpan(8));
                }

                break;
            case 0x666D7420: // fmt
                int wanted = (int)Math.Clamp(size, 0, 40);
                if (wanted >= 16 && TryRead(wanted))
                {
                    _format = _bytes.AsSpan(0, wanted).ToArray();
                }

                break;
            case 0x64617461: // data
                if (size == UnknownSize && _longDataBytes >= 0)
                {
                    size = _longDataBytes;
                }
                else if (size == UnknownSize || (size == 0 && riffSize is 0 or UnknownSize))
                {
                    _neverFinished = _stream.Length > start;
                    size = _stream.Length - start;
                }

                if (_dataOffset < 0)
                {
                    _dataOffset = start;
                    _declaredDataBytes = size;
                }

                break;
            default:
                break;
        }

        // Chunks are padded to even length.
        long next = start + size + (size & 1);
        _stream.Position = next < 0 || next > _stream.Length ? _stream.Length : next;
    }

    private WavLayout Layout()
    {
        ReadOnlySpan<byte> format = _format;
        int tag = BinaryPrimitives.ReadUInt16LittleEndian(format);
        int channels = BinaryPrimitives.ReadUInt16LittleEndian(format[2..]);
        uint rate = BinaryPrimitives.ReadUInt32LittleEndian(format[4..]);
        int align = BinaryPrimitives.ReadUInt16LittleEndian(format[12..]);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        if (tag == 0xFFFE && format.Length >= 26)
        {
            tag = BinaryPrimitives.ReadUInt16LittleEndian(format[24..]);
        }

        if (channels is 0 or > MaxChannels)
        {
            throw new UnsupportedAudioException(_path, $"The WAV header names {channels} channels; 1 to {MaxChannels} can be read.");
        }

        if (!SampleRateLimits.Allows(rate))
        {
            throw new UnsupportedAudioException(_path, SampleRateLimits.Refusal(rate));
        }

        int sampleBytes = (bits + 7) / 8;
        if (align > 0 && align % channels == 0 && align / channels >= sampleBytes)
        {
            // The container may be wider than the valid bits (20 in 24, 24 in 32).
            sampleBytes = align / channels;
        }

        WavSampleEncoding? encoding = (tag, sampleBytes) switch
        {
            (1, 1) => WavSampleEncoding.Unsigned8,
            (1, 2) => WavSampleEncoding.Signed16,
            (1, 3) => WavSampleEncoding.Signed24,
            (1, 4) => WavSampleEncoding.Signed32,
            (3, 4) => WavSampleEncoding.Float32,
            (3, 8) => WavSampleEncoding.Float64,
            _ => null,
        };
        int bytesPerFrame = Math.Max(1, sampleBytes * channels);
        long there = Math.Clamp(_declaredDataBytes, 0, Math.Max(0, _stream.Length - _dataOffset));
        long frames = there / bytesPerFrame;
        string? warning = null;
        if (_neverFinished)
        {
            warning = "The header of the WAV file was never finished; everything up to the end of the file was read as audio.";
        }
        else if (there < _declaredDataBytes)
        {
            double percent = 100.0 * there / _declaredDataBytes;
            warning = string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"The file is truncated: {percent:0.#} % of the audio that its header promises is there.");
        }

        return new WavLayout(encoding, (int)rate, channels, bytesPerFrame, _dataOffset, frames * bytesPerFrame, warning);
    }

    private bool TryRead(int count) => _stream.ReadAtLeast(_bytes.AsSpan(0, count), count, throwOnEndOfStream: false) == count;
}
