using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>IPlugViewContentScaleSupport: how many pixels a point has.</summary>
internal static unsafe class ContentScaleEntries
{
    /// <summary>The functions.</summary>
    public static readonly ContentScaleVtable* Vtable = NativeVtables.Allocate(new ContentScaleVtable
    {
        Base = UnknownEntries.Vtable,
        SetContentScaleFactor = &SetContentScaleFactor,
    });

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int SetContentScaleFactor(void* self, float factor)
    {
        try
        {
            if (!float.IsFinite(factor) || factor <= 0)
            {
                return Result.InvalidArgument;
            }

            ViewObject.From(self).Window.SetHostScale(factor);
            return Result.Ok;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "setContentScaleFactor");
        }
    }
}
