using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The buffers of one bus. 24 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct AudioBusBuffers
{
    /// <summary>Channels; 0 in a flush.</summary>
    public int ChannelCount;

    /// <summary>One bit a channel: every sample is 0.</summary>
    public ulong SilenceFlags;

    /// <summary>One planar buffer a channel, of float or double.</summary>
    public void** Channels;
}
