using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Native;

/// <summary>IComponentHandler2: counts how often the plugin says that there is something to save.</summary>
internal sealed unsafe class HostProjectHandler : NativeObject
{
    private static readonly ComponentHandler2Vtable* Functions = Allocate(new ComponentHandler2Vtable
    {
        Base = UnknownFunctions,
        SetDirty = &SetDirty,
        RequestOpenEditor = &RequestOpenEditor,
        StartGroupEdit = &Group,
        FinishGroupEdit = &Group,
    });

    /// <summary>The handler.</summary>
    public HostProjectHandler()
        : base(InterfaceIds.ComponentHandler2, Functions)
    {
    }

    /// <summary>How often the project was made dirty.</summary>
    public int DirtyCount { get; private set; }

    [UnmanagedCallersOnly]
    private static int SetDirty(void* self, byte state)
    {
        HostProjectHandler handler = InterfaceSlot.OwnerOf<HostProjectHandler>(self);
        handler.DirtyCount += state != 0 ? 1 : 0;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int RequestOpenEditor(void* self, byte* name) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int Group(void* self) => Result.Ok;
}
