using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>FUnknown, the same for every interface of a <see cref="CountedObject"/>.</summary>
internal static unsafe class UnknownEntries
{
    /// <summary>The functions.</summary>
    public static UnknownVtable Vtable => new()
    {
        QueryInterface = &QueryInterface,
        AddRef = &AddRef,
        Release = &Release,
    };

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, Tuid* interfaceId, void** result)
    {
        try
        {
            return CountedObject.From(self).QueryInterface(interfaceId, result);
        }
        catch (Exception error)
        {
            return Faults.Report(error, "queryInterface");
        }
    }

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self)
    {
        try
        {
            return CountedObject.From(self).AddReference();
        }
        catch (Exception error)
        {
            Faults.Report(error, "addRef");
            return 1;
        }
    }

    [UnmanagedCallersOnly]
    private static uint Release(void* self)
    {
        try
        {
            return CountedObject.From(self).ReleaseReference();
        }
        catch (Exception error)
        {
            Faults.Report(error, "release");
            return 0;
        }
    }
}
