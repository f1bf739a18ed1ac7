using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Processing;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>IComponent: buses, activity and saved state.</summary>
internal static unsafe class ComponentEntries
{
    /// <summary>The functions.</summary>
    public static readonly ComponentVtable* Vtable = NativeVtables.Allocate(new ComponentVtable
    {
        Base = PluginBaseEntries.Vtable,
        GetControllerClassId = &GetControllerClassId,
        SetIoMode = &SetIoMode,
        GetBusCount = &GetBusCount,
        GetBusInfo = &GetBusInfo,
        GetRoutingInfo = &GetRoutingInfo,
        ActivateBus = &ActivateBus,
        SetActive = &SetActive,
        SetState = &SetState,
        GetState = &GetState,
    });

    // [main-thread]
    // There is no other class: the controller is this object.
    [UnmanagedCallersOnly]
    private static int GetControllerClassId(void* self, Tuid* classId) => Result.NotImplemented;

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int SetIoMode(void* self, int mode) => Result.NotImplemented;

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int GetBusCount(void* self, int mediaType, int direction) => AudioProcessor.BusCount(mediaType, direction);

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int GetBusInfo(void* self, int mediaType, int direction, int index, BusInfo* info)
    {
        try
        {
            return info != null && ComponentObject.From(self).Instance.Processor.TryGetBus(mediaType, direction, index, info)
                ? Result.Ok
                : Result.InvalidArgument;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "getBusInfo");
        }
    }

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int GetRoutingInfo(void* self, RoutingInfo* input, RoutingInfo* output)
    {
        try
        {
            if (input == null || output == null || input->MediaType != MediaType.Audio || input->BusIndex != 0)
            {
                return Result.False;
            }

            *output = *input;
            return Result.Ok;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "getRoutingInfo");
        }
    }

    // [main-thread]
    // An inactive bus comes with null buffers, which processing meets anyway.
    [UnmanagedCallersOnly]
    private static int ActivateBus(void* self, int mediaType, int direction, int index, byte state)
        => index >= 0 && index < AudioProcessor.BusCount(mediaType, direction) ? Result.Ok : Result.InvalidArgument;

    // [main-thread, others in some hosts]
    [UnmanagedCallersOnly]
    private static int SetActive(void* self, byte state)
    {
        try
        {
            ComponentObject.From(self).Instance.SetActive(state != 0);
            return Result.Ok;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "setActive");
        }
    }

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int SetState(void* self, void* stream)
    {
        try
        {
            return ComponentObject.From(self).Instance.TryLoadState(StreamAccess.ReadAll(stream)) ? Result.Ok : Result.False;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "setState");
        }
    }

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int GetState(void* self, void* stream)
    {
        try
        {
            return StreamAccess.WriteAll(stream, ComponentObject.From(self).Instance.SaveState()) ? Result.Ok : Result.False;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "getState");
        }
    }
}
