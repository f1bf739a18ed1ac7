using System.Runtime.CompilerServices;
using GrooveGuru.Core.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>The host's functions that the audio path calls, called as the machine code that they are.</summary>
/// <remarks>
/// A call of an unmanaged function pointer would leave the runtime and enter it again, and wait there for a collection; with
/// SuppressGCTransition the compiler adds a look whether a collection wants the thread, and a wait. A thread that never entered may
/// do neither. A managed function pointer is called plainly, and its convention is the platform's for such arguments; but a compiler
/// that makes machine code ahead takes the second bit of its address for a mark of its own. Functions where that bit is set, which
/// only a host made for smallest size has, are therefore called through the runtime: right all the same, and rarely late. Where code
/// is compiled just in time (tests), the runtime is entered anyway, and every call is an ordinary one.
/// </remarks>
[RealtimeSafe]
internal static unsafe class HostFunctions
{
    private const nint MarkedBit = 2;

    /// <summary>IParameterChanges.getParameterCount. [audio-thread]</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int ParameterCount(void* changes)
    {
        var function = (*(ParameterChangesVtable**)changes)->GetParameterCount;
        return RuntimeFeature.IsDynamicCodeSupported ? function(changes)
            : IsMarked(function) ? ((delegate*<void*, int>)HostFunctionsThroughRuntime.ParameterCount)(changes)
            : ((delegate*<void*, int>)function)(changes);
    }

    /// <summary>IParameterChanges.getParameterData. [audio-thread]</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void* Queue(void* changes, int index)
    {
        var function = (*(ParameterChangesVtable**)changes)->GetParameterData;
        return RuntimeFeature.IsDynamicCodeSupported ? function(changes, index)
            : IsMarked(function) ? ((delegate*<void*, int, void*>)HostFunctionsThroughRuntime.Queue)(changes, index)
            : ((delegate*<void*, int, void*>)function)(changes, index);
    }

    /// <summary>IParameterChanges.addParameterData. [audio-thread]</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void* AddQueue(void* changes, uint* id, int* index)
    {
        var function = (*(ParameterChangesVtable**)changes)->AddParameterData;
        return RuntimeFeature.IsDynamicCodeSupported ? function(changes, id, index)
            : IsMarked(function) ? ((delegate*<void*, uint*, int*, void*>)HostFunctionsThroughRuntime.AddQueue)(changes, id, index)
            : ((delegate*<void*, uint*, int*, void*>)function)(changes, id, index);
    }

    /// <summary>IParamValueQueue.getParameterId. [audio-thread]</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint ParameterId(void* queue)
    {
        var function = (*(ParamValueQueueVtable**)queue)->GetParameterId;
        return RuntimeFeature.IsDynamicCodeSupported ? function(queue)
            : IsMarked(function) ? ((delegate*<void*, uint>)HostFunctionsThroughRuntime.ParameterId)(queue)
            : ((delegate*<void*, uint>)function)(queue);
    }

    /// <summary>IParamValueQueue.getPointCount. [audio-thread]</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int PointCount(void* queue)
    {
        var function = (*(ParamValueQueueVtable**)queue)->GetPointCount;
        return RuntimeFeature.IsDynamicCodeSupported ? function(queue)
            : IsMarked(function) ? ((delegate*<void*, int>)HostFunctionsThroughRuntime.PointCount)(queue)
            : ((delegate*<void*, int>)function)(queue);
    }

    /// <summary>IParamValueQueue.getPoint. [audio-thread]</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Point(void* queue, int index, int* sampleOffset, double* value)
    {
        var function = (*(ParamValueQueueVtable**)queue)->GetPoint;
        return RuntimeFeature.IsDynamicCodeSupported ? function(queue, index, sampleOffset, value)
            : IsMarked(function)
                ? ((delegate*<void*, int, int*, double*, int>)HostFunctionsThroughRuntime.Point)(queue, index, sampleOffset, value)
            : ((delegate*<void*, int, int*, double*, int>)function)(queue, index, sampleOffset, value);
    }

    /// <summary>IParamValueQueue.addPoint. [audio-thread]</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int AddPoint(void* queue, int sampleOffset, double value, int* index)
    {
        var function = (*(ParamValueQueueVtable**)queue)->AddPoint;
        return RuntimeFeature.IsDynamicCodeSupported ? function(queue, sampleOffset, value, index)
            : IsMarked(function)
                ? ((delegate*<void*, int, double, int*, int>)HostFunctionsThroughRuntime.AddPoint)(queue, sampleOffset, value, index)
            : ((delegate*<void*, int, double, int*, int>)function)(queue, sampleOffset, value, index);
    }

    private static bool IsMarked(void* function) => ((nint)function & MarkedBit) != 0;
}
