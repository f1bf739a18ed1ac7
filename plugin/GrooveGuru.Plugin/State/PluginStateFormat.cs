using System.Buffers.Binary;
using System.Collections.Immutable;

namespace GrooveGuru.Plugin.State;

/// <summary>
/// The bytes of a saved state: "GGST", format version (uint16), reserved (uint16), length of what follows (uint32), then fields of
/// tag (uint32), length (uint32) and content. All little-endian.
/// </summary>
internal static class PluginStateFormat
{
    /// <summary>The most that is read or written, bytes: more is not a state of ours.</summary>
    public const int MaxBytes = 128 * 1024;

    /// <summary>
    /// The most that fields of newer versions may take, with their headers, bytes. What this version writes itself is bounded by
    /// <see cref="StateFieldContent"/> and fits beside it, so that whatever is read can be written and read again.
    /// </summary>
    public const int MaxUnknownBytes = 64 * 1024;

    /// <summary>The newest version of the format that this build knows all fields of.</summary>
    public const ushort Version = 3;

    private const int HeaderBytes = 12;
    private const int FieldHeaderBytes = 8;
    private const uint Magic = 0x54534747; // "GGST"

    /// <summary>The bytes of a state; the same state always gives the same bytes, at most <see cref="MaxBytes"/>.</summary>
    public static byte[] Write(PluginState state)
    {
        using MemoryStream stream = new();
        stream.SetLength(HeaderBytes);
        stream.Position = HeaderBytes;
        HashSet<uint> written = [];
        IEnumerable<StateField> fields = state.Layout.Fields.Concat(StateFieldContent.Tags.Select(tag => new StateField(tag, null)));
        foreach (StateField field in fields)
        {
            if (field.Unknown is { } unknown)
            {
                WriteField(stream, field.Tag, unknown);
            }
            else if (written.Add(field.Tag) && StateFieldContent.Write(state, field.Tag) is { } content)
            {
                WriteField(stream, field.Tag, content);
            }
        }

        byte[] bytes = stream.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4), Math.Max(Version, state.Layout.Version));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(6), state.Layout.Reserved);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), (uint)(bytes.Length - HeaderBytes));
        return bytes;
    }

    /// <summary>Reads a state.</summary>
    /// <param name="bytes">What the host gave back; bytes after the end of the state are not looked at.</param>
    /// <returns>The state; null where the bytes are truncated, damaged, too many or not ours. Fields that are absent have their defaults.</returns>
    public static PluginState? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            return null;
        }

        uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        return length > bytes.Length - HeaderBytes || length > MaxBytes - HeaderBytes
            ? null
            : ReadFields(
                bytes.Slice(HeaderBytes, (int)length),
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]),
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]));
    }

    private static PluginState? ReadFields(ReadOnlySpan<byte> rest, ushort version, ushort reserved)
    {
        PluginState state = new();
        ImmutableArray<StateField>.Builder fields = ImmutableArray.CreateBuilder<StateField>();
        int unknownBytes = 0;
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
            if (!StateFieldContent.IsKnown(tag))
            {
                unknownBytes += FieldHeaderBytes + content.Length;
                if (unknownBytes > MaxUnknownBytes)
                {
                    return null;
                }

                fields.Add(new StateField(tag, content.ToArray()));
            }
            else if (StateFieldContent.Read(state, tag, content) is { } more)
            {
                state = more;
                fields.Add(new StateField(tag, null));
            }
            else
            {
                return null;
            }

            rest = rest[(FieldHeaderBytes + (int)size)..];
        }

        return state with { Layout = new StateLayout(version, reserved, fields.ToImmutable()) };
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
