using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>Linux::IEventHandler: our connection to the window system has something for us.</summary>
internal static unsafe class EventHandlerEntries
{
    /// <summary>The functions.</summary>
    public static readonly EventHandlerVtable* Vtable = NativeVtables.Allocate(new EventHandlerVtable
    {
        Base = UnknownEntries.Vtable,
        OnDescriptorSet = &OnDescriptorSet,
    });

    // [main-thread; some hosts call without need, so it never waits]
    [UnmanagedCallersOnly]
    private static void OnDescriptorSet(void* self, int descriptor)
    {
        try
        {
            ViewObject.From(self).Window.HandleEvents();
        }
        catch (Exception error)
        {
            Faults.Report(error, "onFDIsSet");
        }
    }
}
