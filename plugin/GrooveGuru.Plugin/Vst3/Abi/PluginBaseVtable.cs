namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of IPluginBase, in the order of the interface.</summary>
internal unsafe struct PluginBaseVtable
{
    /// <summary>The functions it inherits.</summary>
    public UnknownVtable Base;

    /// <summary>Self, host context.</summary>
    public delegate* unmanaged<void*, void*, int> Initialize;

    /// <summary>Self.</summary>
    public delegate* unmanaged<void*, int> Terminate;
}
