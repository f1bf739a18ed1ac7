using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>IPluginBase, which component and controller both inherit.</summary>
/// <remarks>
/// Both are one object, so a host may come in through either or through both: a second initialize or terminate changes nothing and
/// succeeds.
/// </remarks>
internal static unsafe class PluginBaseEntries
{
    /// <summary>The functions.</summary>
    public static PluginBaseVtable Vtable => new()
    {
        Base = UnknownEntries.Vtable,
        Initialize = &Initialize,
        Terminate = &Terminate,
    };

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int Initialize(void* self, void* context)
    {
        try
        {
            ComponentObject component = ComponentObject.From(self);
            if (!component.IsInitialized)
            {
                component.Instance.Initialize(HostContext.ReadName(context));
                component.IsInitialized = true;
            }

            return Result.Ok;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "initialize");
        }
    }

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int Terminate(void* self)
    {
        try
        {
            ComponentObject component = ComponentObject.From(self);
            component.IsInitialized = false;
            component.LeaveHost();
            component.Instance.Terminate();
            return Result.Ok;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "terminate");
        }
    }
}
