using System.Buffers.Binary;

namespace GrooveGuru.Core.Audio;

/// <summary>Makes the header of a WAV file, the same length whether it ends as RIFF or, above 4 GiB, as RF64.</summary>
/// <remarks>EBU Tech 3306: a JUNK chunk holds the place of the ds64 chunk.</remarks>
internal static class WavHeaderWriter
{
    private static readonly uint[] ChannelMasks = [0x4, 0x3, 0x7, 0x33, 0x37, 0x3F, 0x13F, 0x63F];

    /// <summary>Bytes of one sample.</summary>
    public static int SampleBytes(WavFormat format) => format switch
    {
        WavFormat.IeeeFloat32 => 4,
        WavFormat.Pcm24 => 3,
        _ => 2,
    };

    /// <summary>The header up to and with the head of the data chunk.</summary>
    /// <param name="format">Sample format.</param>
    /// <param name="sampleRateHz">Sample rate in Hz.</param>
    /// <param name="channelCount">Channels.</param>
    /// <param name="frameCount">Frames that follow.</param>
    public static byte[] Build(WavFormat format, int sampleRateHz, int channelCount, long frameCount)
    {
        int align = SampleBytes(format) * channelCount;
        long dataBytes = frameCount * align;
        var bytes = new byte[12 + 36 + 48 + 12 + 8];
        Span<byte> at = bytes;
        long riffBytes = bytes.Length - 8 + dataBytes + (dataBytes & 1);
        bool isLong = riffBytes > uint.MaxValue;

        (isLong ? "RF64"u8 : "RIFF"u8).CopyTo(at);
        BinaryPrimitives.WriteUInt32LittleEndian(at[4..], isLong ? uint.MaxValue : (uint)riffBytes);
        "WAVE"u8.CopyTo(at[8..]);
        at = at[12..];

        (isLong ? "ds64"u8 : "JUNK"u8).CopyTo(at);
        BinaryPrimitives.WriteUInt32LittleEndian(at[4..], 28);
        if (isLong)
        {
            BinaryPrimitives.WriteInt64LittleEndian(at[8..], riffBytes);
            BinaryPrimitives.WriteInt64LittleEndian(at[16..], dataBytes);
            BinaryPrimitives.WriteInt64LittleEndian(at[24..], frameCount);
        }

        at = at[36..];
        WriteFormat(at, format, sampleRateHz, channelCount, align);
        at = at[48..];
        "fact"u8.CopyTo(at);
        BinaryPrimitives.WriteUInt32LittleEndian(at[4..], 4);
        BinaryPrimitives.WriteUInt32LittleEndian(at[8..], (uint)Math.Min(frameCount, uint.MaxValue));
        at = at[12..];
        "data"u8.CopyTo(at);
        BinaryPrimitives.WriteUInt32LittleEndian(at[4..], isLong ? uint.MaxValue : (uint)dataBytes);
        return bytes;
    }

    private static void WriteFormat(Span<byte> at, WavFormat format, int sampleRateHz, int channelCount, int align)
    {
        int bits = SampleBytes(format) * 8;
        ushort tag = format == WavFormat.IeeeFloat32 ? (ushort)3 : (ushort)1;
        "fmt "u8.CopyTo(at);
        BinaryPrimitives.WriteUInt32LittleEndian(at[4..], 40);
        at = at[8..];
        BinaryPrimitives.WriteUInt16LittleEndian(at, 0xFFFE);
        BinaryPrimitives.WriteUInt16LittleEndian(at[2..], (ushort)channelCount);
        BinaryPrimitives.WriteUInt32LittleEndian(at[4..], (uint)sampleRateHz);
        BinaryPrimitives.WriteUInt32LittleEndian(at[8..], (uint)((long)sampleRateHz * align));
        BinaryPrimitives.WriteUInt16LittleEndian(at[12..], (ushort)align);
        BinaryPrimitives.WriteUInt16LittleEndian(at[14..], (ushort)bits);
        BinaryPrimitives.WriteUInt16LittleEndian(at[16..], 22);
        BinaryPrimitives.WriteUInt16LittleEndian(at[18..], (ushort)bits);
        uint mask = channelCount <= ChannelMasks.Length ? ChannelMasks[channelCount - 1] : 0;
        BinaryPrimitives.WriteUInt32LittleEndian(at[20..], mask);
        BinaryPrimitives.WriteUInt16LittleEndian(at[24..], tag);
        // The fixed tail of KSDATAFORMAT_SUBTYPE_PCM and _IEEE_FLOAT.
        ReadOnlySpan<byte> tail = [0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];
        tail.CopyTo(at[26..]);
    }
}
