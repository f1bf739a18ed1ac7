using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Native;

/// <summary>An object of the host with one interface, which lives until it is disposed; references are counted but free nothing.</summary>
internal abstract unsafe class NativeObject : IDisposable
{
    private readonly Tuid _interfaceId;
    private readonly GCHandle _self;
    private InterfaceSlot* _slot;
    private int _references = 1;

    /// <summary>An object behind a vtable.</summary>
    protected NativeObject(Tuid interfaceId, void* vtable)
    {
        _interfaceId = interfaceId;
        _self = GCHandle.Alloc(this);
        _slot = (InterfaceSlot*)NativeMemory.Alloc((nuint)sizeof(InterfaceSlot));
        _slot->Vtable = vtable;
        _slot->Owner = GCHandle.ToIntPtr(_self);
    }

    /// <summary>The interface pointer for the plugin.</summary>
    public void* Pointer => _slot;

    /// <summary>References held now, the host's own included.</summary>
    public int References => Volatile.Read(ref _references);

    /// <summary>The interface pointer, with a reference added.</summary>
    internal void* AddReference()
    {
        Interlocked.Increment(ref _references);
        return _slot;
    }

    /// <summary>FUnknown for every such object.</summary>
    protected static UnknownVtable UnknownFunctions => new() { QueryInterface = &QueryInterface, AddRef = &AddRef, Release = &Release };

    /// <summary>Copies a vtable to native memory that lives as long as the process.</summary>
    protected static T* Allocate<T>(T vtable)
        where T : unmanaged
    {
        T* memory = (T*)NativeMemory.Alloc((nuint)sizeof(T));
        *memory = vtable;
        return memory;
    }

    /// <summary>An interface that another object stands for, with a reference added; null where there is none.</summary>
    protected virtual void* FindOther(Tuid id) => null;

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        if (_slot != null)
        {
            NativeMemory.Free(_slot);
            _slot = null;
            _self.Free();
        }

        GC.SuppressFinalize(this);
    }

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, Tuid* id, void** result)
    {
        NativeObject owner = InterfaceSlot.OwnerOf<NativeObject>(self);
        if (*id == InterfaceIds.Unknown || *id == owner._interfaceId)
        {
            Interlocked.Increment(ref owner._references);
            *result = self;
            return Result.Ok;
        }

        *result = owner.FindOther(*id);
        return *result == null ? Result.NoInterface : Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => (uint)Interlocked.Increment(ref InterfaceSlot.OwnerOf<NativeObject>(self)._references);

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => (uint)Interlocked.Decrement(ref InterfaceSlot.OwnerOf<NativeObject>(self)._references);
}
