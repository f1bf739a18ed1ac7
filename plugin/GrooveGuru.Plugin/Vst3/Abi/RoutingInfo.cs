using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>Where a bus leads. 12 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct RoutingInfo
{
    /// <summary>0 audio, 1 event.</summary>
    public int MediaType;

    /// <summary>The bus.</summary>
    public int BusIndex;

    /// <summary>-1 for all.</summary>
    public int Channel;
}
