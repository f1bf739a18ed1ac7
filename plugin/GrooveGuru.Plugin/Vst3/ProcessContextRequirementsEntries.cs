using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>IProcessContextRequirements: what of the transport is captured.</summary>
internal static unsafe class ProcessContextRequirementsEntries
{
    /// <summary>The functions.</summary>
    public static readonly ProcessContextRequirementsVtable* Vtable = NativeVtables.Allocate(new ProcessContextRequirementsVtable
    {
        Base = UnknownEntries.Vtable,
        GetProcessContextRequirements = &GetProcessContextRequirements,
    });

    // [main-thread]
    // Project time in quarters, tempo, meter, transport state.
    [UnmanagedCallersOnly]
    private static uint GetProcessContextRequirements(void* self) => (1 << 2) | (1 << 6) | (1 << 7) | (1 << 10);
}
