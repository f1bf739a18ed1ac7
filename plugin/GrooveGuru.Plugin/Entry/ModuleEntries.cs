using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Editor.Windowing;
using GrooveGuru.Plugin.Vst3;

namespace GrooveGuru.Plugin.Entry;

/// <summary>What the module exports. Each may be called any number of times, also after a reload: statics survive it.</summary>
/// <remarks>
/// NativeAOT exports these by name. A shim that hosts the same assembly on the shared runtime finds them as methods of this type.
/// </remarks>
public static unsafe class ModuleEntries
{
    /// <summary>Linux: the module was loaded.</summary>
    /// <param name="libraryHandle">The host's handle of the library; not needed.</param>
    /// <returns>1: ready.</returns>
    [UnmanagedCallersOnly(EntryPoint = "ModuleEntry")]
    public static byte ModuleEntry(nint libraryHandle) => 1;

    /// <summary>Linux: the module will be unloaded.</summary>
    /// <returns>1: done.</returns>
    [UnmanagedCallersOnly(EntryPoint = "ModuleExit")]
    public static byte ModuleExit() => Leave();

    /// <summary>Windows: the module was loaded.</summary>
    /// <returns>1: ready.</returns>
    [UnmanagedCallersOnly(EntryPoint = "InitDll")]
    public static byte InitDll() => 1;

    /// <summary>Windows: the module will be unloaded.</summary>
    /// <returns>1: done.</returns>
    [UnmanagedCallersOnly(EntryPoint = "ExitDll")]
    public static byte ExitDll() => Leave();

    private static byte Leave()
    {
        try
        {
            NativeWindows.EndAll();
        }
        catch (Exception error)
        {
            Faults.Report(error, "leaving the module");
        }

        return 1;
    }

    /// <summary>The factory, with a reference added.</summary>
    /// <returns>An IPluginFactory3.</returns>
    [UnmanagedCallersOnly(EntryPoint = "GetPluginFactory")]
    public static void* GetPluginFactory() => PluginFactory.Get();
}
