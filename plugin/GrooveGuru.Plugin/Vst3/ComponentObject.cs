using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>
/// The object that a host holds: component, processor and controller in one, one native slot for each interface, all with the same
/// identity and one reference count.
/// </summary>
internal sealed unsafe class ComponentObject
{
    private const int ComponentSlot = 0;
    private const int AudioProcessorSlot = 1;
    private const int EditControllerSlot = 2;
    private const int RequirementsSlot = 3;
    private const int InfoListenerSlot = 4;
    private const int SlotCount = 5;

    private static int _aliveCount;
    private readonly InterfaceSlot* _slots;
    private readonly GCHandle _self;
    private int _references = 1;

    /// <summary>An object with one reference, the caller's.</summary>
    public ComponentObject()
    {
        _self = GCHandle.Alloc(this);
        _slots = (InterfaceSlot*)NativeMemory.AllocZeroed(SlotCount, (nuint)sizeof(InterfaceSlot));
        _slots[ComponentSlot].Vtable = ComponentEntries.Vtable;
        _slots[AudioProcessorSlot].Vtable = AudioProcessorEntries.Vtable;
        _slots[EditControllerSlot].Vtable = EditControllerEntries.Vtable;
        _slots[RequirementsSlot].Vtable = ProcessContextRequirementsEntries.Vtable;
        _slots[InfoListenerSlot].Vtable = InfoListenerEntries.Vtable;
        for (int slot = 0; slot < SlotCount; slot++)
        {
            _slots[slot].Owner = GCHandle.ToIntPtr(_self);
        }

        _slots[AudioProcessorSlot].Audio = Instance.Processor.State;
        Instance.Gestures = Gestures;
        Interlocked.Increment(ref _aliveCount);
    }

    /// <summary>Objects in this process that a host still holds.</summary>
    public static int AliveCount => Volatile.Read(ref _aliveCount);

    /// <summary>What it does.</summary>
    public PluginInstance Instance { get; } = new();

    /// <summary>Whether the host has called initialize and not yet terminate.</summary>
    public bool IsInitialized { get; set; }

    /// <summary>The host's ear for what the user does to parameters in the window.</summary>
    public HostGestures Gestures { get; } = new();

    private ViewObject? ShownView { get; set; }

    /// <summary>Takes any other view of this component out of the host's windows: one track has one window. [main-thread]</summary>
    public void ShowOnly(ViewObject view)
    {
        ShownView?.Removed();
        ShownView = view;
    }

    /// <summary>Forgets a view that is no longer in a window. [main-thread]</summary>
    public void Hidden(ViewObject view)
    {
        if (ShownView == view)
        {
            ShownView = null;
        }
    }

    /// <summary>Lets go of all that is the host's: its window and its handler. [main-thread]</summary>
    public void LeaveHost()
    {
        ShownView?.Removed();
        Gestures.Set(null);
    }

    /// <summary>The object behind one of its interface pointers.</summary>
    public static ComponentObject From(void* self) => InterfaceSlot.OwnerOf<ComponentObject>(self);

    /// <summary>Another interface of the object, with a reference added. [any-thread]</summary>
    public int QueryInterface(Tuid* interfaceId, void** result)
    {
        if (result == null)
        {
            return Result.InvalidArgument;
        }

        *result = null;
        if (interfaceId == null)
        {
            return Result.InvalidArgument;
        }

        int slot = SlotFor(*interfaceId);
        if (slot < 0)
        {
            return Result.NoInterface;
        }

        AddReference();
        *result = _slots + slot;
        return Result.Ok;
    }

    /// <summary>Adds a reference. [any-thread]</summary>
    public uint AddReference() => (uint)Interlocked.Increment(ref _references);

    /// <summary>Drops a reference; with the last one the object is gone. [any-thread]</summary>
    public uint ReleaseReference()
    {
        int left = Interlocked.Decrement(ref _references);
        if (left == 0)
        {
            try
            {
                LeaveHost();
                Instance.Dispose();
            }
            finally
            {
                NativeMemory.Free(_slots);
                _self.Free();
                Interlocked.Decrement(ref _aliveCount);
            }
        }

        return (uint)Math.Max(left, 0);
    }

    private static int SlotFor(Tuid id)
    {
        if (id == InterfaceIds.Unknown || id == InterfaceIds.PluginBase || id == InterfaceIds.Component)
        {
            return ComponentSlot;
        }

        return id == InterfaceIds.AudioProcessor ? AudioProcessorSlot
            : id == InterfaceIds.EditController ? EditControllerSlot
            : id == InterfaceIds.ProcessContextRequirements ? RequirementsSlot
            : id == InterfaceIds.InfoListener ? InfoListenerSlot
            : -1;
    }
}
