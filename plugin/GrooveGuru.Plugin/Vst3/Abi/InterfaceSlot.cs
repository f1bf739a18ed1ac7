using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>What an interface pointer points at: the vtable and what is behind it.</summary>
internal unsafe struct InterfaceSlot
{
    /// <summary>The functions of the interface.</summary>
    public void* Vtable;

    /// <summary>A GCHandle to the owner.</summary>
    public nint Owner;

    /// <summary>Of IAudioProcessor: what the audio path knows instead of an object; null of other interfaces.</summary>
    public void* Audio;

    /// <summary>The managed object behind an interface pointer of ours.</summary>
    /// <typeparam name="T">Its type; not checked.</typeparam>
    public static T OwnerOf<T>(void* self)
        where T : class
        => Unsafe.As<T>(GCHandle.FromIntPtr(((InterfaceSlot*)self)->Owner).Target!);
}
