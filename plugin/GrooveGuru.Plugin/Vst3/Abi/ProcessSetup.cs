using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>How the component will be run. 24 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ProcessSetup
{
    /// <summary>0 realtime, 1 prefetch, 2 offline.</summary>
    public int ProcessMode;

    /// <summary>0 32-bit float, 1 64-bit float.</summary>
    public int SymbolicSampleSize;

    /// <summary>The longest block, frames.</summary>
    public int MaxSamplesPerBlock;

    /// <summary>Hz.</summary>
    public double SampleRate;
}
