using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Native;

/// <summary>IParameterChanges: the queues of one block.</summary>
internal sealed unsafe class HostParameterChanges : NativeObject
{
    private static readonly ParameterChangesVtable* Functions = Allocate(new ParameterChangesVtable
    {
        Base = UnknownFunctions,
        GetParameterCount = &GetParameterCount,
        GetParameterData = &GetParameterData,
        AddParameterData = &AddParameterData,
    });

    private readonly List<HostParameterQueue> _queues = [];
    private int _used;

    /// <summary>No changes.</summary>
    public HostParameterChanges()
        : base(InterfaceIds.ParameterChanges, Functions)
    {
    }

    /// <summary>The queues in use.</summary>
    public IEnumerable<HostParameterQueue> Queues => _queues.Take(_used);

    /// <summary>Forgets all changes; queues are kept for the next block.</summary>
    public void Clear() => _used = 0;

    /// <summary>Adds a point.</summary>
    public void Add(uint id, int offsetFrames, double value) => QueueFor(id, out _).Points.Add((offsetFrames, value));

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (HostParameterQueue queue in _queues)
        {
            queue.Dispose();
        }

        base.Dispose();
    }

    private HostParameterQueue QueueFor(uint id, out int index)
    {
        for (index = 0; index < _used; index++)
        {
            if (_queues[index].ParameterId == id)
            {
                return _queues[index];
            }
        }

        if (_used == _queues.Count)
        {
            _queues.Add(new HostParameterQueue());
        }

        HostParameterQueue queue = _queues[_used++];
        queue.ParameterId = id;
        queue.Points.Clear();
        return queue;
    }

    [UnmanagedCallersOnly]
    private static int GetParameterCount(void* self) => InterfaceSlot.OwnerOf<HostParameterChanges>(self)._used;

    [UnmanagedCallersOnly]
    private static void* GetParameterData(void* self, int index)
    {
        HostParameterChanges changes = InterfaceSlot.OwnerOf<HostParameterChanges>(self);
        return (uint)index < (uint)changes._used ? changes._queues[index].Pointer : null;
    }

    [UnmanagedCallersOnly]
    private static void* AddParameterData(void* self, uint* id, int* index)
        => InterfaceSlot.OwnerOf<HostParameterChanges>(self).QueueFor(*id, out *index).Pointer;
}
