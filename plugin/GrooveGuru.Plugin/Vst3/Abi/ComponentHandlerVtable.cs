namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of IComponentHandler, in the order of the interface.</summary>
internal unsafe struct ComponentHandlerVtable
{
    /// <summary>The functions it inherits.</summary>
    public UnknownVtable Base;

    /// <summary>Self, id.</summary>
    public delegate* unmanaged<void*, uint, int> BeginEdit;

    /// <summary>Self, id, normalised value.</summary>
    public delegate* unmanaged<void*, uint, double, int> PerformEdit;

    /// <summary>Self, id.</summary>
    public delegate* unmanaged<void*, uint, int> EndEdit;

    /// <summary>Self, flags.</summary>
    public delegate* unmanaged<void*, int, int> RestartComponent;
}
