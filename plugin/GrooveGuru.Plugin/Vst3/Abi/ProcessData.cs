using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>One block. 80 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ProcessData
{
    /// <summary>0 realtime, 1 prefetch, 2 offline.</summary>
    public int ProcessMode;

    /// <summary>0 32-bit float, 1 64-bit float.</summary>
    public int SymbolicSampleSize;

    /// <summary>Frames of this block; 0 is a flush.</summary>
    public int SampleCount;

    /// <summary>Input buses.</summary>
    public int InputCount;

    /// <summary>Output buses.</summary>
    public int OutputCount;

    /// <summary>May be null.</summary>
    public AudioBusBuffers* Inputs;

    /// <summary>May be null.</summary>
    public AudioBusBuffers* Outputs;

    /// <summary>IParameterChanges; may be null.</summary>
    public void* InputParameterChanges;

    /// <summary>IParameterChanges; may be null.</summary>
    public void* OutputParameterChanges;

    /// <summary>IEventList; not read.</summary>
    public void* InputEvents;

    /// <summary>IEventList; not written.</summary>
    public void* OutputEvents;

    /// <summary>Transport; may be null.</summary>
    public ProcessContext* Context;
}
