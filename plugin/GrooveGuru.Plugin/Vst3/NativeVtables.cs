using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>Memory for vtables: never given back, because a host may call through an old pointer while it unloads.</summary>
internal static unsafe class NativeVtables
{
    /// <summary>Copies a vtable to native memory.</summary>
    public static T* Allocate<T>(in T vtable)
        where T : unmanaged
    {
        T* memory = (T*)NativeMemory.Alloc((nuint)sizeof(T));
        *memory = vtable;
        return memory;
    }
}
