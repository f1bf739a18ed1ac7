using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Native;

/// <summary>IParamValueQueue: the points of one parameter in one block.</summary>
internal sealed unsafe class HostParameterQueue : NativeObject
{
    private static readonly ParamValueQueueVtable* Functions = Allocate(new ParamValueQueueVtable
    {
        Base = UnknownFunctions,
        GetParameterId = &GetParameterId,
        GetPointCount = &GetPointCount,
        GetPoint = &GetPoint,
        AddPoint = &AddPoint,
    });

    /// <summary>An empty queue.</summary>
    public HostParameterQueue()
        : base(InterfaceIds.ParamValueQueue, Functions)
    {
    }

    /// <summary>The parameter.</summary>
    public uint ParameterId { get; set; }

    /// <summary>Offset in frames and normalised value of each point.</summary>
    public List<(int OffsetFrames, double Value)> Points { get; } = [];

    [UnmanagedCallersOnly]
    private static uint GetParameterId(void* self) => InterfaceSlot.OwnerOf<HostParameterQueue>(self).ParameterId;

    [UnmanagedCallersOnly]
    private static int GetPointCount(void* self) => InterfaceSlot.OwnerOf<HostParameterQueue>(self).Points.Count;

    [UnmanagedCallersOnly]
    private static int GetPoint(void* self, int index, int* offset, double* value)
    {
        List<(int OffsetFrames, double Value)> points = InterfaceSlot.OwnerOf<HostParameterQueue>(self).Points;
        if ((uint)index >= (uint)points.Count)
        {
            return Result.False;
        }

        (*offset, *value) = points[index];
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int AddPoint(void* self, int offset, double value, int* index)
    {
        List<(int OffsetFrames, double Value)> points = InterfaceSlot.OwnerOf<HostParameterQueue>(self).Points;
        points.Add((offset, value));
        *index = points.Count - 1;
        return Result.Ok;
    }
}
