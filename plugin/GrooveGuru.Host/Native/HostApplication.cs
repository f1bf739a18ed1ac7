using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Native;

/// <summary>IHostApplication: the host's name.</summary>
internal sealed unsafe class HostApplication : NativeObject
{
    private static readonly HostApplicationVtable* Functions = Allocate(new HostApplicationVtable
    {
        Base = UnknownFunctions,
        GetName = &GetName,
        CreateInstance = &CreateInstance,
    });

    /// <summary>The application.</summary>
    public HostApplication()
        : base(InterfaceIds.HostApplication, Functions)
    {
    }

    [UnmanagedCallersOnly]
    private static int GetName(void* self, char* name)
    {
        FixedText.Write(name, 128, "Groove Guru Host");
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int CreateInstance(void* self, Tuid* classId, Tuid* interfaceId, void** result)
    {
        *result = null;
        return Result.NotImplemented;
    }
}
