using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>One parameter. 792 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ParameterInfo
{
    /// <summary>Below 2^31.</summary>
    public uint Id;

    /// <summary>Null-terminated.</summary>
    public fixed char Title[128];

    /// <summary>Null-terminated.</summary>
    public fixed char ShortTitle[128];

    /// <summary>Null-terminated.</summary>
    public fixed char Units[128];

    /// <summary>0 continuous, 1 switch, n gives n + 1 values.</summary>
    public int StepCount;

    /// <summary>0 to 1.</summary>
    public double DefaultNormalizedValue;

    /// <summary>0 is the root.</summary>
    public int UnitId;

    /// <summary>Bits of <see cref="ParameterFlags"/>.</summary>
    public int Flags;
}
