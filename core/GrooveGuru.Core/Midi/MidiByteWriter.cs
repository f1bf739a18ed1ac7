using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GrooveGuru.Core.Midi;

/// <summary>Collects the bytes of one chunk of a MIDI file.</summary>
internal sealed class MidiByteWriter
{
    private readonly List<byte> _bytes = [];
    private long _lastTicks;

    public void Byte(int value) => _bytes.Add((byte)value);

    public void UInt16(int value)
    {
        Byte(value >> 8);
        Byte(value);
    }

    /// <summary>Time of the next event: what has passed since the one before.</summary>
    public void At(long ticks)
    {
        VariableLength(ticks - _lastTicks);
        _lastTicks = ticks;
    }

    /// <summary>A meta event.</summary>
    public void Meta(int type, ReadOnlySpan<byte> data)
    {
        Byte(0xFF);
        Byte(type);
        VariableLength(data.Length);
        _bytes.AddRange(data);
    }

    /// <summary>Writes the chunk: type, length, what was collected.</summary>
    public void CopyTo(Stream destination, ReadOnlySpan<byte> chunkType)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)_bytes.Count);
        destination.Write(chunkType);
        destination.Write(length);
        destination.Write(CollectionsMarshal.AsSpan(_bytes));
    }

    private void VariableLength(long value)
    {
        for (int shift = 21; shift > 0; shift -= 7)
        {
            if (value >> shift != 0)
            {
                Byte((int)((value >> shift) & 0x7F) | 0x80);
            }
        }

        Byte((int)(value & 0x7F));
    }
}
