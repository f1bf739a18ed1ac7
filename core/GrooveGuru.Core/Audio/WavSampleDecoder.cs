using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GrooveGuru.Core.Audio;

/// <summary>Turns interleaved WAV bytes into planar float samples; integer full scale is 1.</summary>
internal static class WavSampleDecoder
{
    /// <summary>Decodes one channel.</summary>
    /// <param name="bytes">Interleaved frames, whole ones only.</param>
    /// <param name="encoding">How a sample is stored.</param>
    /// <param name="channel">The channel to take.</param>
    /// <param name="channelCount">Channels in a frame.</param>
    /// <param name="destination">Samples [frames], as many as the bytes hold.</param>
    public static void Decode(
        ReadOnlySpan<byte> bytes, WavSampleEncoding encoding, int channel, int channelCount, Span<float> destination)
    {
        switch (encoding)
        {
            case WavSampleEncoding.Unsigned8:
                for (int frame = 0, at = channel; frame < destination.Length; frame++, at += channelCount)
                {
                    destination[frame] = (bytes[at] - 128) / 128f;
                }

                break;
            case WavSampleEncoding.Signed16:
                ReadOnlySpan<short> shorts = MemoryMarshal.Cast<byte, short>(bytes);
                for (int frame = 0, at = channel; frame < destination.Length; frame++, at += channelCount)
                {
                    destination[frame] = LittleEndian(shorts[at]) / 32768f;
                }

                break;
            case WavSampleEncoding.Signed24:
                for (int frame = 0, at = channel * 3; frame < destination.Length; frame++, at += channelCount * 3)
                {
                    int value = (bytes[at] << 8) | (bytes[at + 1] << 16) | (bytes[at + 2] << 24);
                    destination[frame] = (value >> 8) / 8388608f;
                }

                break;
            case WavSampleEncoding.Signed32:
                for (int frame = 0, at = channel * 4; frame < destination.Length; frame++, at += channelCount * 4)
                {
                    destination[frame] = BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]) / 2147483648f;
                }

                break;
            case WavSampleEncoding.Float32:
                for (int frame = 0, at = channel * 4; frame < destination.Length; frame++, at += channelCount * 4)
                {
                    destination[frame] = BinaryPrimitives.ReadSingleLittleEndian(bytes[at..]);
                }

                break;
            case WavSampleEncoding.Float64:
                for (int frame = 0, at = channel * 8; frame < destination.Length; frame++, at += channelCount * 8)
                {
                    destination[frame] = (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes[at..]);
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "Not a known encoding.");
        }
    }

    private static short LittleEndian(short value) =>
        BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
}
