namespace GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

/// <summary>One event, 32 bytes in the layout of the X11 protocol.</summary>
internal unsafe struct X11Event
{
    /// <summary>Bytes of every event.</summary>
    public const int Length = 32;

    private const byte SentBit = 0x80;

    private const byte KindBits = 0x7F;
    private readonly uint _sequence;
    private fixed byte _bytes[Length];

    /// <summary>A copy of an event.</summary>
    /// <param name="source">libxcb's: 32 bytes, then the whole number of the request.</param>
    public X11Event(byte* source)
    {
        _sequence = *(uint*)(source + Length);
        fixed (byte* target = _bytes)
        {
            new ReadOnlySpan<byte>(source, Length).CopyTo(new Span<byte>(target, Length));
        }
    }

    /// <summary>Its kind.</summary>
    public readonly EventKind Kind => (EventKind)(_bytes[0] & KindBits);

    /// <summary>Whether another program has sent it.</summary>
    public readonly bool IsSent => (_bytes[0] & SentBit) != 0;

    /// <summary>The newest of our requests that the display had handled by then; wraps around.</summary>
    public readonly uint Sequence => _sequence;

    /// <summary>A key's or button's number; an error's code.</summary>
    public readonly byte Detail => _bytes[1];

    /// <summary>When it happened, ms of the window system's clock; of input and selections.</summary>
    public readonly uint TimeMs => UInt32(4);

    /// <summary>Place on the root window, of input.</summary>
    public readonly (short X, short Y) RootPlace => (Int16(20), Int16(22));

    /// <summary>Place in the window, of input.</summary>
    public readonly (short X, short Y) Place => (Int16(24), Int16(26));

    /// <summary>Held keys and buttons, of input.</summary>
    public readonly ushort State => UInt16(28);

    /// <summary>Whether it tells of a time before one of our requests.</summary>
    /// <param name="request">The request's number.</param>
    public readonly bool IsBefore(uint request) => unchecked((int)(_sequence - request)) < 0;

    /// <summary>An unsigned number of 16 bits.</summary>
    public readonly ushort UInt16(int offset) => (ushort)(_bytes[offset] | (_bytes[offset + 1] << 8));

    /// <summary>A signed number of 16 bits.</summary>
    public readonly short Int16(int offset) => (short)UInt16(offset);

    /// <summary>An unsigned number of 32 bits.</summary>
    public readonly uint UInt32(int offset) => UInt16(offset) | ((uint)UInt16(offset + 2) << 16);

    /// <summary>One byte.</summary>
    public readonly byte Byte(int offset) => _bytes[offset];
}
