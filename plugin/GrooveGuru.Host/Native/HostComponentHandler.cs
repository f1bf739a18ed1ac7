using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Native;

/// <summary>IComponentHandler: edits from the plugin's side are accepted and kept.</summary>
internal sealed unsafe class HostComponentHandler : NativeObject
{
    private static readonly ComponentHandlerVtable* Functions = Allocate(new ComponentHandlerVtable
    {
        Base = UnknownFunctions,
        BeginEdit = &Edit,
        PerformEdit = &PerformEdit,
        EndEdit = &Edit,
        RestartComponent = &RestartComponent,
    });

    /// <summary>The handler.</summary>
    public HostComponentHandler()
        : base(InterfaceIds.ComponentHandler, Functions)
    {
    }

    /// <summary>What it hears of changes that are no parameters.</summary>
    public HostProjectHandler Project { get; } = new();

    /// <summary>What was edited, oldest first.</summary>
    public List<(uint Id, double Value)> Edits { get; } = [];

    /// <inheritdoc/>
    public override void Dispose()
    {
        Project.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void* FindOther(Tuid id) => id == InterfaceIds.ComponentHandler2 ? Project.AddReference() : null;

    [UnmanagedCallersOnly]
    private static int Edit(void* self, uint id) => Result.Ok;

    [UnmanagedCallersOnly]
    private static int PerformEdit(void* self, uint id, double value)
    {
        InterfaceSlot.OwnerOf<HostComponentHandler>(self).Edits.Add((id, value));
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int RestartComponent(void* self, int flags) => Result.Ok;
}
