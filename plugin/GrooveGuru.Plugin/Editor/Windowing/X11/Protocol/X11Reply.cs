using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

/// <summary>The answer to a request, in the layout of the X11 protocol; null where the request has failed.</summary>
internal readonly unsafe ref struct X11Reply
{
    private const int HeaderBytes = 32;
    private const int LengthOffset = 4;
    private readonly byte* _bytes;

    /// <summary>Takes an answer of libxcb over.</summary>
    public X11Reply(byte* bytes) => _bytes = bytes;

    /// <summary>Whether the request has failed.</summary>
    public bool IsNull => _bytes == null;

    /// <summary>What follows the fixed part.</summary>
    public ReadOnlySpan<byte> Content => IsNull ? [] : new(_bytes + HeaderBytes, checked((int)UInt32(LengthOffset) * 4));

    /// <summary>One byte.</summary>
    public byte Byte(int offset) => _bytes[offset];

    /// <summary>An unsigned number of 16 bits.</summary>
    public ushort UInt16(int offset) => *(ushort*)(_bytes + offset);

    /// <summary>An unsigned number of 32 bits.</summary>
    public uint UInt32(int offset) => *(uint*)(_bytes + offset);

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => NativeMemory.Free(_bytes);
}
