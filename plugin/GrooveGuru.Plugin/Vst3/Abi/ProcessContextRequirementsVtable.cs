namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of IProcessContextRequirements, in the order of the interface.</summary>
internal unsafe struct ProcessContextRequirementsVtable
{
    /// <summary>The functions it inherits.</summary>
    public UnknownVtable Base;

    /// <summary>Self; the bits of what is needed.</summary>
    public delegate* unmanaged<void*, uint> GetProcessContextRequirements;
}
