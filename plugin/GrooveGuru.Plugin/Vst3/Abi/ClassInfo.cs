using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>PClassInfo: one class of the module. 116 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ClassInfo
{
    /// <summary>The class.</summary>
    public Tuid ClassId;

    /// <summary>0x7FFFFFFF: any number of instances.</summary>
    public int Cardinality;

    /// <summary>Null-terminated.</summary>
    public fixed byte Category[32];

    /// <summary>Null-terminated.</summary>
    public fixed byte Name[64];
}
