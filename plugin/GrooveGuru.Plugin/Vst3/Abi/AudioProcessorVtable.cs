namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of IAudioProcessor, in the order of the interface.</summary>
internal unsafe struct AudioProcessorVtable
{
    /// <summary>The functions it inherits.</summary>
    public UnknownVtable Base;

    /// <summary>Self, inputs, count, outputs, count.</summary>
    public delegate* unmanaged<void*, ulong*, int, ulong*, int, int> SetBusArrangements;

    /// <summary>Self, direction, index, out arrangement.</summary>
    public delegate* unmanaged<void*, int, int, ulong*, int> GetBusArrangement;

    /// <summary>Self, symbolic size.</summary>
    public delegate* unmanaged<void*, int, int> CanProcessSampleSize;

    /// <summary>Self.</summary>
    public delegate* unmanaged<void*, uint> GetLatencySamples;

    /// <summary>Self, setup.</summary>
    public delegate* unmanaged<void*, ProcessSetup*, int> SetupProcessing;

    /// <summary>Self, state.</summary>
    public delegate* unmanaged<void*, byte, int> SetProcessing;

    /// <summary>Self, data.</summary>
    public delegate* unmanaged<void*, ProcessData*, int> Process;

    /// <summary>Self.</summary>
    public delegate* unmanaged<void*, uint> GetTailSamples;
}
