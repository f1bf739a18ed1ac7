using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>PClassInfoW: one class of the module in UTF-16. 696 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ClassInfoW
{
    /// <summary>The class.</summary>
    public Tuid ClassId;

    /// <summary>0x7FFFFFFF: any number of instances.</summary>
    public int Cardinality;

    /// <summary>Null-terminated.</summary>
    public fixed byte Category[32];

    /// <summary>Null-terminated.</summary>
    public fixed char Name[64];

    /// <summary>1 distributable, 2 simple mode.</summary>
    public uint ClassFlags;

    /// <summary>Separated by |.</summary>
    public fixed byte SubCategories[128];

    /// <summary>Null-terminated.</summary>
    public fixed char Vendor[64];

    /// <summary>Null-terminated.</summary>
    public fixed char Version[64];

    /// <summary>Null-terminated.</summary>
    public fixed char SdkVersion[64];
}
