using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>ChannelContext::IInfoListener: the track's name, colour and place.</summary>
internal static unsafe class InfoListenerEntries
{
    /// <summary>The functions.</summary>
    public static readonly InfoListenerVtable* Vtable = NativeVtables.Allocate(new InfoListenerVtable
    {
        Base = UnknownEntries.Vtable,
        SetChannelContextInfos = &SetChannelContextInfos,
    });

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int SetChannelContextInfos(void* self, void* list)
    {
        try
        {
            if (list == null)
            {
                return Result.InvalidArgument;
            }

            char* text = stackalloc char[128];
            new Span<char>(text, 128).Clear();
            string? name = null;
            fixed (byte* key = "channel name\0"u8)
            {
                if ((*(AttributeListVtable**)list)->GetString(list, key, text, 128 * sizeof(char)) == Result.Ok)
                {
                    name = FixedText.Read(text, 128);
                }
            }

            ComponentObject.From(self).Instance.SetHostTrack(
                name,
                GetInt(list, "channel color\0"u8) is { } color ? (uint)color : null,
                GetInt(list, "channel index\0"u8) is { } index and > 0 and <= int.MaxValue ? (int)index : null);
            return Result.Ok;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "setChannelContextInfos");
        }
    }

    private static long? GetInt(void* list, ReadOnlySpan<byte> key)
    {
        long value = 0;
        fixed (byte* start = key)
        {
            return (*(AttributeListVtable**)list)->GetInt(list, start, &value) == Result.Ok ? value : null;
        }
    }
}
