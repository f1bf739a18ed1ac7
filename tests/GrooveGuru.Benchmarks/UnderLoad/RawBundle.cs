using System.Runtime.InteropServices;
using GrooveGuru.Plugin;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Benchmarks.UnderLoad;

/// <summary>The built bundle, called as a host written in C calls it: nothing is allocated and nothing is copied between two calls.</summary>
internal sealed unsafe class RawBundle
{
    private readonly void* _factory;

    /// <summary>Loads the bundle for the rest of the process.</summary>
    /// <param name="bundlePath">The folder GrooveGuru.vst3.</param>
    public RawBundle(string bundlePath)
    {
        nint library = NativeLibrary.Load(Path.Combine(
            bundlePath, "Contents", Vst3Platform.BundleBinaryFolder, "GrooveGuru" + Vst3Platform.BundleBinaryExtension));
        ((delegate* unmanaged<nint, byte>)NativeLibrary.GetExport(library, "ModuleEntry"))(library);
        _factory = ((delegate* unmanaged<void*>)NativeLibrary.GetExport(library, "GetPluginFactory"))();
    }

    /// <summary>Makes and initialises an instance.</summary>
    public RawInstance Create()
    {
        Tuid classId = PluginIdentity.ClassId, component = InterfaceIds.Component;
        void* made = null;
        return (*(PluginFactoryVtable**)_factory)->CreateInstance(_factory, &classId, &component, &made) == Result.Ok
            ? new RawInstance(made)
            : throw new InvalidOperationException("The factory makes no instance.");
    }
}
