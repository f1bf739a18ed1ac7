using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Vst3;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Vst3;

public sealed unsafe class HostProjectTests : IDisposable
{
    private static int _dirty, _references, _thread;
    private static bool _hasInterface;
    private readonly ComponentHandler2Vtable* _functions = (ComponentHandler2Vtable*)NativeMemory.Alloc((nuint)sizeof(ComponentHandler2Vtable));
    private readonly ComponentHandler2Vtable** _handler = (ComponentHandler2Vtable**)NativeMemory.Alloc((nuint)sizeof(nint));

    public HostProjectTests()
    {
        (_dirty, _references, _thread, _hasInterface) = (0, 0, 0, true);
        *_functions = new ComponentHandler2Vtable
        {
            Base = new UnknownVtable { QueryInterface = &QueryInterface, AddRef = &AddRef, Release = &Release },
            SetDirty = &SetDirty,
        };
        *_handler = _functions;
    }

    public void Dispose()
    {
        NativeMemory.Free(_functions);
        NativeMemory.Free(_handler);
    }

    [Fact]
    public void Change_OfAnyThread_IsToldOnceOnTheThreadThatTells()
    {
        HostProject project = new();
        project.Set(_handler);
        Thread[] others = [new(project.Changed), new(project.Changed)];
        Array.ForEach(others, static other => other.Start());
        Array.ForEach(others, static other => other.Join());
        Assert.Equal(0, _dirty);

        project.Tell();
        int thread = Environment.CurrentManagedThreadId;
        project.Tell();

        Assert.Equal((1, thread), (_dirty, _thread));
    }

    [Fact]
    public void Change_BeforeTheHostHasAHandler_IsToldThen()
    {
        HostProject project = new();
        project.Changed();
        project.Tell();

        project.Set(_handler);
        project.Tell();

        Assert.Equal(1, _dirty);
    }

    [Fact]
    public void Handler_TakenBack_IsLetGoAndNotCalled()
    {
        HostProject project = new();
        project.Set(_handler);
        Assert.Equal(1, _references);
        project.Set(null);
        Assert.Equal(0, _references);

        project.Changed();
        project.Tell();

        Assert.Equal(0, _dirty);
    }

    [Fact]
    public void Host_WithoutTheInterface_IsNotCalled()
    {
        _hasInterface = false;
        HostProject project = new();
        project.Set(_handler);
        project.Changed();
        project.Tell();

        Assert.Equal(0, _dirty);
    }

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, Tuid* id, void** result)
    {
        bool isGiven = _hasInterface && *id == InterfaceIds.ComponentHandler2;
        *result = isGiven ? self : null;
        _references += isGiven ? 1 : 0;
        return isGiven ? Result.Ok : Result.NoInterface;
    }

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => (uint)++_references;

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => (uint)--_references;

    [UnmanagedCallersOnly]
    private static int SetDirty(void* self, byte state)
    {
        _dirty += state;
        _thread = Environment.CurrentManagedThreadId;
        return Result.Ok;
    }
}
