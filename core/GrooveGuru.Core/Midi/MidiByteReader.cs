namespace GrooveGuru.Core.Midi;

/// <summary>Reads from bytes that may end at any place.</summary>
internal ref struct MidiByteReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public bool TryByte(out int value)
    {
        value = 0;
        if (_rest.IsEmpty)
        {
            return false;
        }

        value = _rest[0];
        _rest = _rest[1..];
        return true;
    }

    /// <summary>A number of up to four bytes with seven bits each.</summary>
    public bool TryVariableLength(out int value)
    {
        value = 0;
        for (int count = 0; count < 4; count++)
        {
            if (!TryByte(out int next))
            {
                return false;
            }

            value = (value << 7) | (next & 0x7F);
            if (next < 0x80)
            {
                return true;
            }
        }

        return false;
    }

    public bool TryBytes(int count, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (count > _rest.Length)
        {
            return false;
        }

        bytes = _rest[..count];
        _rest = _rest[count..];
        return true;
    }
}
