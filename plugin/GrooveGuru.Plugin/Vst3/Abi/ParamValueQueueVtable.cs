namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of IParamValueQueue, in the order of the interface.</summary>
internal unsafe struct ParamValueQueueVtable
{
    /// <summary>The functions it inherits.</summary>
    public UnknownVtable Base;

    /// <summary>Self.</summary>
    public delegate* unmanaged<void*, uint> GetParameterId;

    /// <summary>Self.</summary>
    public delegate* unmanaged<void*, int> GetPointCount;

    /// <summary>Self, index, out sample offset, out value.</summary>
    public delegate* unmanaged<void*, int, int*, double*, int> GetPoint;

    /// <summary>Self, sample offset, value, out index.</summary>
    public delegate* unmanaged<void*, int, double, int*, int> AddPoint;
}
