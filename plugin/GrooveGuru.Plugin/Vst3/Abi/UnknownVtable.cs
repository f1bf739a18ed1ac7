namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of FUnknown, in the order of the interface.</summary>
internal unsafe struct UnknownVtable
{
    /// <summary>Another interface of the same object, with a reference added.</summary>
    public delegate* unmanaged<void*, Tuid*, void**, int> QueryInterface;

    /// <summary>Adds a reference; returns the count.</summary>
    public delegate* unmanaged<void*, uint> AddRef;

    /// <summary>Drops a reference; returns the count.</summary>
    public delegate* unmanaged<void*, uint> Release;
}
