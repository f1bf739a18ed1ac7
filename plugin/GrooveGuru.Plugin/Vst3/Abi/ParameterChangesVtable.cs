namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of IParameterChanges, in the order of the interface.</summary>
internal unsafe struct ParameterChangesVtable
{
    /// <summary>The functions it inherits.</summary>
    public UnknownVtable Base;

    /// <summary>Self.</summary>
    public delegate* unmanaged<void*, int> GetParameterCount;

    /// <summary>Self, index; the queue.</summary>
    public delegate* unmanaged<void*, int, void*> GetParameterData;

    /// <summary>Self, id, out index; the queue.</summary>
    public delegate* unmanaged<void*, uint*, int*, void*> AddParameterData;
}
