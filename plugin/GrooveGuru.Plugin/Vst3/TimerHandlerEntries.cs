using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>Linux::ITimerHandler: the ticks that the window lives by.</summary>
internal static unsafe class TimerHandlerEntries
{
    /// <summary>The functions.</summary>
    public static readonly TimerHandlerVtable* Vtable = NativeVtables.Allocate(new TimerHandlerVtable
    {
        Base = UnknownEntries.Vtable,
        OnTimer = &OnTimer,
    });

    // [main-thread]
    [UnmanagedCallersOnly]
    private static void OnTimer(void* self)
    {
        try
        {
            ViewObject.From(self).Tick();
        }
        catch (Exception error)
        {
            Faults.Report(error, "onTimer");
        }
    }
}
