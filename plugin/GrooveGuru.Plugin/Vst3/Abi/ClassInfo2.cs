using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>PClassInfo2: one class of the module, with version. 440 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ClassInfo2
{
    /// <summary>The class.</summary>
    public Tuid ClassId;

    /// <summary>0x7FFFFFFF: any number of instances.</summary>
    public int Cardinality;

    /// <summary>Null-terminated.</summary>
    public fixed byte Category[32];

    /// <summary>Null-terminated.</summary>
    public fixed byte Name[64];

    /// <summary>1 distributable, 2 simple mode.</summary>
    public uint ClassFlags;

    /// <summary>Separated by |.</summary>
    public fixed byte SubCategories[128];

    /// <summary>Null-terminated.</summary>
    public fixed byte Vendor[64];

    /// <summary>Null-terminated.</summary>
    public fixed byte Version[64];

    /// <summary>Null-terminated.</summary>
    public fixed byte SdkVersion[64];
}
