using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Native;

/// <summary>IBStream over memory.</summary>
internal sealed unsafe class HostStream : NativeObject
{
    private static readonly BStreamVtable* Functions = Allocate(new BStreamVtable
    {
        Base = UnknownFunctions,
        Read = &Read,
        Write = &Write,
        Seek = &Seek,
        Tell = &Tell,
    });

    private readonly MemoryStream _content = new();

    /// <summary>A stream that stands at its beginning.</summary>
    /// <param name="content">What can be read.</param>
    public HostStream(ReadOnlySpan<byte> content = default)
        : base(InterfaceIds.BStream, Functions)
    {
        _content.Write(content);
        _content.Position = 0;
    }

    /// <summary>Everything in it.</summary>
    public byte[] ToArray() => _content.ToArray();

    [UnmanagedCallersOnly]
    private static int Read(void* self, void* buffer, int count, int* read)
    {
        int got = InterfaceSlot.OwnerOf<HostStream>(self)._content.Read(new Span<byte>(buffer, count));
        if (read != null)
        {
            *read = got;
        }

        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int Write(void* self, void* buffer, int count, int* written)
    {
        InterfaceSlot.OwnerOf<HostStream>(self)._content.Write(new ReadOnlySpan<byte>(buffer, count));
        if (written != null)
        {
            *written = count;
        }

        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int Seek(void* self, long position, int mode, long* result)
    {
        MemoryStream content = InterfaceSlot.OwnerOf<HostStream>(self)._content;
        long target = mode switch { 0 => position, 1 => content.Position + position, _ => content.Length + position };
        if (target < 0)
        {
            return Result.InvalidArgument;
        }

        content.Position = target;
        if (result != null)
        {
            *result = target;
        }

        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int Tell(void* self, long* position)
    {
        *position = InterfaceSlot.OwnerOf<HostStream>(self)._content.Position;
        return Result.Ok;
    }
}
