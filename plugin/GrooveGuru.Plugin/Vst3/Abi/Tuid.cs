using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>A 16-byte interface or class id as it lies in memory on this platform; bytes, so without alignment.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1, Size = 16)]
internal readonly struct Tuid : IEquatable<Tuid>
{
    private readonly ulong _first;
    private readonly ulong _second;

    /// <summary>An id from its four 32-bit parts, in this platform's byte order.</summary>
    public Tuid(uint part1, uint part2, uint part3, uint part4)
        : this(part1, part2, part3, part4, Vst3Platform.IsComCompatible)
    {
    }

    /// <summary>An id from its four 32-bit parts, in COM byte order or most significant byte first.</summary>
    public Tuid(uint part1, uint part2, uint part3, uint part4, bool comOrder)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (comOrder)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, part1);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes[4..], (ushort)(part2 >> 16));
            BinaryPrimitives.WriteUInt16LittleEndian(bytes[6..], (ushort)part2);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, part1);
            BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], part2);
        }

        BinaryPrimitives.WriteUInt32BigEndian(bytes[8..], part3);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[12..], part4);
        _first = MemoryMarshal.Read<ulong>(bytes);
        _second = MemoryMarshal.Read<ulong>(bytes[8..]);
    }

    /// <summary>The 16 bytes.</summary>
    public byte[] ToByteArray() => MemoryMarshal.AsBytes(new ReadOnlySpan<Tuid>(in this)).ToArray();

    /// <summary>The 32 hexadecimal digits that hosts show and save, part 1 first.</summary>
    public override string ToString()
    {
        byte[] bytes = ToByteArray();
        if (Vst3Platform.IsComCompatible)
        {
            Array.Reverse(bytes, 0, 4);
            Array.Reverse(bytes, 4, 2);
            Array.Reverse(bytes, 6, 2);
        }

        return Convert.ToHexString(bytes);
    }

    /// <inheritdoc/>
    public bool Equals(Tuid other) => _first == other._first && _second == other._second;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Tuid other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_first, _second);

    public static bool operator ==(Tuid left, Tuid right) => left.Equals(right);

    public static bool operator !=(Tuid left, Tuid right) => !left.Equals(right);
}
