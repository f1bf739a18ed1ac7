using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>PFactoryInfo: who made the module. 452 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FactoryInfo
{
    /// <summary>Null-terminated.</summary>
    public fixed byte Vendor[64];

    /// <summary>Null-terminated.</summary>
    public fixed byte Url[256];

    /// <summary>Null-terminated.</summary>
    public fixed byte Email[128];

    /// <summary>1 classes discardable, 8 component not discardable, 16 Unicode.</summary>
    public int Flags;
}
