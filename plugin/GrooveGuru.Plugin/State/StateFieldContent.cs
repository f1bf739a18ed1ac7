using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Plugin.State;

/// <summary>The content of each field that this version knows. A tag's content never changes its form; new things get new tags.</summary>
internal static class StateFieldContent
{
    /// <summary>The most marks that are kept.</summary>
    public const int MaxMarks = 256;

    /// <summary>The longest id of a recommendation that is kept, bytes of UTF-8.</summary>
    public const int MaxIdBytes = 128;

    private const int MaxTextBytes = 1024;
    private const int MarkHeaderBytes = 2;
    private const uint BypassTag = 0x53505942; // "BYPS": 1 byte, 0 or 1
    private const uint InstanceTag = 0x54534E49; // "INST": UTF-8
    private const uint HostNameTag = 0x454D414E; // "NAME": UTF-8
    private const uint UserNameTag = 0x4D414E55; // "UNAM": UTF-8, from version 2 on, as what follows
    private const uint MarksTag = 0x4B52414D; // "MARK": for each the status (1 byte), the length of the id (1 byte), the id in UTF-8
    private const uint CompactTag = 0x504D4357; // "WCMP": 1 byte, 0 or 1
    private const uint SizeTag = 0x5A495357; // "WSIZ": width and height of the full view in points (uint16 each)
    private const uint TabTag = 0x42415457; // "WTAB": UTF-8
    private const uint ColorTag = 0x524C4F43; // "COLR": 0xAARRGGBB (uint32), from version 3 on, as what follows
    private const uint NumberTag = 0x424D554E; // "NUMB": from 1 (int32)
    private const uint RoleTag = 0x454C4F52; // "ROLE": its number in the contract (int32)

    private static readonly WindowChoice NoChoice = new(false, 0, 0, "");

    /// <summary>All of them, in the order in which a new state is written.</summary>
    public static ImmutableArray<uint> Tags { get; } =
        [BypassTag, InstanceTag, HostNameTag, UserNameTag, MarksTag, CompactTag, SizeTag, TabTag, ColorTag, NumberTag, RoleTag];

    /// <summary>Whether a field is one of these.</summary>
    public static bool IsKnown(uint tag) => Tags.Contains(tag);

    /// <summary>Takes a field's content into a state.</summary>
    /// <returns>The state with it; null where the content is damaged.</returns>
    public static PluginState? Read(PluginState state, uint tag, ReadOnlySpan<byte> content) => tag switch
    {
        BypassTag when content.Length == 1 => state with { IsBypassed = content[0] != 0 },
        InstanceTag when content.Length <= MaxTextBytes => state with { InstanceId = Encoding.UTF8.GetString(content) },
        HostNameTag when content.Length <= MaxTextBytes => state with { HostTrackName = Encoding.UTF8.GetString(content) },
        UserNameTag when content.Length <= MaxTextBytes => state with { UserTrackName = Encoding.UTF8.GetString(content) },
        MarksTag when ReadMarks(content) is { } marks => state with { Marks = marks },
        CompactTag when content.Length == 1 => state with { Window = (state.Window ?? NoChoice) with { IsCompact = content[0] != 0 } },
        SizeTag when content.Length == 2 * sizeof(ushort) => state with
        {
            Window = (state.Window ?? NoChoice) with
            {
                WidthPoints = BinaryPrimitives.ReadUInt16LittleEndian(content),
                HeightPoints = BinaryPrimitives.ReadUInt16LittleEndian(content[sizeof(ushort)..]),
            },
        },
        TabTag when content.Length <= MaxTextBytes => state with
        {
            Window = (state.Window ?? NoChoice) with { Tab = Encoding.UTF8.GetString(content) },
        },
        ColorTag when content.Length == sizeof(uint) => state with { TrackColor = BinaryPrimitives.ReadUInt32LittleEndian(content) },
        NumberTag when content.Length == sizeof(int)
            => state with { TrackNumber = BinaryPrimitives.ReadInt32LittleEndian(content) is var number and > 0 ? number : null },
        RoleTag when content.Length == sizeof(int)
            => state with { TrackRole = (TrackRole)BinaryPrimitives.ReadInt32LittleEndian(content) },
        _ => null,
    };

    /// <summary>A field's content.</summary>
    /// <returns>Null where the state has nothing to say in it.</returns>
    public static byte[]? Write(PluginState state, uint tag) => tag switch
    {
        BypassTag => [(byte)(state.IsBypassed ? 1 : 0)],
        InstanceTag => Text(state.InstanceId, MaxTextBytes),
        HostNameTag => Text(state.HostTrackName, MaxTextBytes),
        UserNameTag => state.UserTrackName.Length > 0 ? Text(state.UserTrackName, MaxTextBytes) : null,
        MarksTag => state.Marks.Length > 0 ? WriteMarks(state.Marks) : null,
        CompactTag => state.Window is { } window ? [(byte)(window.IsCompact ? 1 : 0)] : null,
        SizeTag => state.Window is { WidthPoints: > 0, HeightPoints: > 0 } window ? WriteSize(window) : null,
        TabTag => state.Window is { Tab.Length: > 0 } window ? Text(window.Tab, MaxTextBytes) : null,
        ColorTag => state.TrackColor is { } color ? Number(unchecked((int)color)) : null,
        NumberTag => state.TrackNumber is { } number and > 0 ? Number(number) : null,
        RoleTag => state.TrackRole != TrackRole.Unspecified ? Number((int)state.TrackRole) : null,
        _ => null,
    };

    // A text that is too long is cut between characters.
    private static byte[] Text(string text, int maxBytes)
    {
        byte[] bytes = new byte[maxBytes];
        Encoding.UTF8.GetEncoder().Convert(text, bytes, flush: true, out _, out int used, out _);
        return bytes[..used];
    }

    private static byte[] Number(int value)
    {
        byte[] content = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(content, value);
        return content;
    }

    private static byte[] WriteSize(WindowChoice window)
    {
        byte[] content = new byte[2 * sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(content, window.WidthPoints);
        BinaryPrimitives.WriteUInt16LittleEndian(content.AsSpan(sizeof(ushort)), window.HeightPoints);
        return content;
    }

    private static byte[] WriteMarks(ImmutableArray<AdviceMark> marks)
    {
        using MemoryStream stream = new();
        foreach (AdviceMark mark in marks[Math.Max(0, marks.Length - MaxMarks)..])
        {
            byte[] id = Text(mark.RecommendationId, MaxIdBytes);
            stream.WriteByte((byte)mark.Status);
            stream.WriteByte((byte)id.Length);
            stream.Write(id);
        }

        return stream.ToArray();
    }

    private static ImmutableArray<AdviceMark>? ReadMarks(ReadOnlySpan<byte> content)
    {
        ImmutableArray<AdviceMark>.Builder marks = ImmutableArray.CreateBuilder<AdviceMark>();
        while (content.Length > 0)
        {
            if (content.Length < MarkHeaderBytes
                || content[1] > Math.Min(MaxIdBytes, content.Length - MarkHeaderBytes)
                || marks.Count == MaxMarks)
            {
                return null;
            }

            marks.Add(new AdviceMark(
                Encoding.UTF8.GetString(content.Slice(MarkHeaderBytes, content[1])), (RecommendationStatus)content[0]));
            content = content[(MarkHeaderBytes + content[1])..];
        }

        return marks.ToImmutable();
    }
}
