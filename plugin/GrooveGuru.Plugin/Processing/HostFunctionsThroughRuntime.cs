using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Processing;

/// <summary>
/// The same functions of the host, called by a way through the runtime, which may wait for a collection: for those whose address the
/// audio path cannot call as it is, see <see cref="Realtime.HostFunctions"/>.
/// </summary>
internal static unsafe class HostFunctionsThroughRuntime
{
    /// <summary>IParameterChanges.getParameterCount: changes.</summary>
    public static void* ParameterCount => (delegate* unmanaged<void*, int>)&CallParameterCount;

    /// <summary>IParameterChanges.getParameterData: changes, index.</summary>
    public static void* Queue => (delegate* unmanaged<void*, int, void*>)&CallQueue;

    /// <summary>IParameterChanges.addParameterData: changes, id, index.</summary>
    public static void* AddQueue => (delegate* unmanaged<void*, uint*, int*, void*>)&CallAddQueue;

    /// <summary>IParamValueQueue.getParameterId: queue.</summary>
    public static void* ParameterId => (delegate* unmanaged<void*, uint>)&CallParameterId;

    /// <summary>IParamValueQueue.getPointCount: queue.</summary>
    public static void* PointCount => (delegate* unmanaged<void*, int>)&CallPointCount;

    /// <summary>IParamValueQueue.getPoint: queue, index, sample offset, value.</summary>
    public static void* Point => (delegate* unmanaged<void*, int, int*, double*, int>)&CallPoint;

    /// <summary>IParamValueQueue.addPoint: queue, sample offset, value, index.</summary>
    public static void* AddPoint => (delegate* unmanaged<void*, int, double, int*, int>)&CallAddPoint;

    [UnmanagedCallersOnly]
    private static int CallParameterCount(void* changes) => (*(ParameterChangesVtable**)changes)->GetParameterCount(changes);

    [UnmanagedCallersOnly]
    private static void* CallQueue(void* changes, int index) => (*(ParameterChangesVtable**)changes)->GetParameterData(changes, index);

    [UnmanagedCallersOnly]
    private static void* CallAddQueue(void* changes, uint* id, int* index)
        => (*(ParameterChangesVtable**)changes)->AddParameterData(changes, id, index);

    [UnmanagedCallersOnly]
    private static uint CallParameterId(void* queue) => (*(ParamValueQueueVtable**)queue)->GetParameterId(queue);

    [UnmanagedCallersOnly]
    private static int CallPointCount(void* queue) => (*(ParamValueQueueVtable**)queue)->GetPointCount(queue);

    [UnmanagedCallersOnly]
    private static int CallPoint(void* queue, int index, int* sampleOffset, double* value)
        => (*(ParamValueQueueVtable**)queue)->GetPoint(queue, index, sampleOffset, value);

    [UnmanagedCallersOnly]
    private static int CallAddPoint(void* queue, int sampleOffset, double value, int* index)
        => (*(ParamValueQueueVtable**)queue)->AddPoint(queue, sampleOffset, value, index);
}
