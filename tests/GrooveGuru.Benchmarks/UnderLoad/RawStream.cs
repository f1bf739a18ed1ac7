using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Benchmarks.UnderLoad;

/// <summary>IBStream over native memory that allocates nothing in this runtime.</summary>
internal sealed unsafe class RawStream : IDisposable
{
    private const int CapacityBytes = 64 * 1024;
    private readonly Native* _native;

    /// <summary>An empty stream.</summary>
    public RawStream()
    {
        _native = (Native*)NativeMemory.AllocZeroed((nuint)sizeof(Native) + CapacityBytes);
        _native->Vtable = &_native->Functions;
        _native->Functions = new BStreamVtable { Read = &Read, Write = &Write };
    }

    /// <summary>The interface pointer.</summary>
    public void* Pointer => _native;

    /// <summary>Empties it.</summary>
    public void Clear() => _native->Length = _native->Position = 0;

    /// <summary>Goes back to the start.</summary>
    public void Rewind() => _native->Position = 0;

    /// <inheritdoc/>
    public void Dispose() => NativeMemory.Free(_native);

    [UnmanagedCallersOnly]
    private static int Read(void* self, void* buffer, int count, int* read)
    {
        Native* native = (Native*)self;
        int taken = Math.Min(count, native->Length - native->Position);
        NativeMemory.Copy((byte*)(native + 1) + native->Position, buffer, (nuint)taken);
        native->Position += taken;
        if (read != null)
        {
            *read = taken;
        }

        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int Write(void* self, void* buffer, int count, int* written)
    {
        Native* native = (Native*)self;
        int taken = Math.Min(count, CapacityBytes - native->Position);
        NativeMemory.Copy(buffer, (byte*)(native + 1) + native->Position, (nuint)taken);
        native->Length = native->Position += taken;
        if (written != null)
        {
            *written = taken;
        }

        return Result.Ok;
    }

    private struct Native
    {
        public void* Vtable;
        public BStreamVtable Functions;
        public int Length;
        public int Position;
    }
}
