using System.Buffers.Binary;
using System.Text;

namespace GrooveGuru.Plugin.State;

/// <summary>
/// The bytes of a saved state: "GGST", format version (uint16), reserved (uint16), length of what follows (uint32), then fields of
/// tag (uint32), length (uint32) and content. All little-endian.
/// </summary>
internal static class PluginStateFormat
{
    /// <summary>The most that is read, bytes: more is not a state of ours.</summary>
    public const int MaxBytes = 64 * 1024;

    private const int HeaderBytes = 12;
    private const int FieldHeaderBytes = 8;
    private const int MaxTextBytes = 1024;
    private const uint Magic = 0x54534747; // "GGST"
    private const ushort Version = 1;
    private const uint BypassTag = 0x53505942; // "BYPS"
    private const uint InstanceTag = 0x54534E49; // "INST"
    private const uint NameTag = 0x454D414E; // "NAME"

    /// <summary>The bytes of a state; the same state always gives the same bytes.</summary>
    public static byte[] Write(PluginState state)
    {
        using MemoryStream stream = new();
        stream.SetLength(HeaderBytes);
        stream.Position = HeaderBytes;
        WriteField(stream, BypassTag, [(byte)(state.IsBypassed ? 1 : 0)]);
        WriteField(stream, InstanceTag, Encoding.UTF8.GetBytes(state.InstanceId));
        WriteField(stream, NameTag, Encoding.UTF8.GetBytes(state.TrackName));
        stream.Write(state.UnknownFields);

        byte[] bytes = stream.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4), Version);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), (uint)(bytes.Length - HeaderBytes));
        return bytes;
    }

    /// <summary>Reads a state.</summary>
    /// <param name="bytes">What the host gave back; bytes after the end of the state are not looked at.</param>
    /// <returns>The state; null where the bytes are truncated, damaged or not ours. Fields that are absent have their defaults.</returns>
    public static PluginState? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            return null;
        }

        uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        if (length > bytes.Length - HeaderBytes)
        {
            return null;
        }

        bool isBypassed = false;
        string instanceId = "";
        string trackName = "";
        using MemoryStream unknown = new();
        ReadOnlySpan<byte> rest = bytes.Slice(HeaderBytes, (int)length);
        while (rest.Length > 0)
        {
            if (rest.Length < FieldHeaderBytes)
            {
                return null;
            }

            uint tag = BinaryPrimitives.ReadUInt32LittleEndian(rest);
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            if (size > rest.Length - FieldHeaderBytes)
            {
                return null;
            }

            ReadOnlySpan<byte> content = rest.Slice(FieldHeaderBytes, (int)size);
            switch (tag)
            {
                case BypassTag when size == 1:
                    isBypassed = content[0] != 0;
                    break;
                case InstanceTag when size <= MaxTextBytes:
                    instanceId = Encoding.UTF8.GetString(content);
                    break;
                case NameTag when size <= MaxTextBytes:
                    trackName = Encoding.UTF8.GetString(content);
                    break;
                case BypassTag or InstanceTag or NameTag:
                    return null;
                default:
                    unknown.Write(rest[..(FieldHeaderBytes + (int)size)]);
                    break;
            }

            rest = rest[(FieldHeaderBytes + (int)size)..];
        }

        return new PluginState(isBypassed, instanceId, trackName, unknown.ToArray());
    }

    private static void WriteField(MemoryStream stream, uint tag, ReadOnlySpan<byte> content)
    {
        Span<byte> header = stackalloc byte[FieldHeaderBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(header, tag);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], (uint)content.Length);
        stream.Write(header);
        stream.Write(content);
    }
}
