using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>ChannelContext::IInfoListener: the track's name.</summary>
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

            char* name = stackalloc char[128];
            new Span<char>(name, 128).Clear();
            fixed (byte* key = "channel name\0"u8)
            {
                if ((*(AttributeListVtable**)list)->GetString(list, key, name, 128 * sizeof(char)) == Result.Ok)
                {
                    ComponentObject.From(self).Instance.SetTrackName(FixedText.Read(name, 128));
                }
            }

            return Result.Ok;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "setChannelContextInfos");
        }
    }
}
