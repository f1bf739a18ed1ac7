using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>
/// An object that a host holds: one native slot for each interface, all with the same identity and one reference count. It ends with
/// its last reference, once; what the host takes and gives back while it ends changes nothing, and what it keeps beyond that, keeps
/// the memory.
/// </summary>
internal abstract unsafe class CountedObject
{
    // Far above any count of references: while an object ends, no release can be the last one again.
    private const int Ending = 1 << 30;
    private readonly InterfaceSlot* _slots;
    private readonly GCHandle _self;
    private int _references = 1;
    private bool _hasEnded;

    /// <summary>An object with one reference, the caller's.</summary>
    /// <param name="vtables">The functions of each interface; the first one's pointer is the object's identity.</param>
    protected CountedObject(params ReadOnlySpan<nint> vtables)
    {
        _self = GCHandle.Alloc(this);
        _slots = (InterfaceSlot*)NativeMemory.AllocZeroed((nuint)vtables.Length, (nuint)sizeof(InterfaceSlot));
        for (int slot = 0; slot < vtables.Length; slot++)
        {
            _slots[slot].Vtable = (void*)vtables[slot];
            _slots[slot].Owner = GCHandle.ToIntPtr(_self);
        }
    }

    /// <summary>The object behind one of its interface pointers.</summary>
    public static CountedObject From(void* self) => InterfaceSlot.OwnerOf<CountedObject>(self);

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
        *result = Slot(slot);
        return Result.Ok;
    }

    /// <summary>Adds a reference. [any-thread]</summary>
    public uint AddReference() => Count(Interlocked.Increment(ref _references));

    /// <summary>Drops a reference; with the last one the object ends. [any-thread]</summary>
    public uint ReleaseReference()
    {
        int left = Interlocked.Decrement(ref _references);
        if (left == 0)
        {
            if (_hasEnded)
            {
                Free();
            }
            else
            {
                EndOnce();
            }
        }

        return Count(left);
    }

    /// <summary>One of its interface pointers, without a reference added.</summary>
    protected InterfaceSlot* Slot(int slot) => _slots + slot;

    /// <summary>Which slot speaks an interface.</summary>
    /// <returns>-1 where none does.</returns>
    protected abstract int SlotFor(Tuid id);

    /// <summary>Lets go of everything: the last reference is gone. The host may still be called, and call back.</summary>
    protected abstract void End();

    private static uint Count(int references) => (uint)Math.Max(references >= Ending / 2 ? references - Ending : references, 0);

    private void EndOnce()
    {
        _hasEnded = true;
        Interlocked.Add(ref _references, Ending);
        try
        {
            End();
        }
        finally
        {
            if (Interlocked.Add(ref _references, -Ending) == 0)
            {
                Free();
            }
        }
    }

    private void Free()
    {
        NativeMemory.Free(_slots);
        _self.Free();
    }
}
