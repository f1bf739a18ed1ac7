using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>One bus of a component. 276 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct BusInfo
{
    /// <summary>0 audio, 1 event.</summary>
    public int MediaType;

    /// <summary>0 input, 1 output.</summary>
    public int Direction;

    /// <summary>Channels.</summary>
    public int ChannelCount;

    /// <summary>Null-terminated.</summary>
    public fixed char Name[128];

    /// <summary>0 main, 1 auxiliary.</summary>
    public int BusType;

    /// <summary>1 active by default.</summary>
    public uint Flags;
}
