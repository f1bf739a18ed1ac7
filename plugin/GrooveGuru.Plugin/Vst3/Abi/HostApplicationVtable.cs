namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of IHostApplication, in the order of the interface.</summary>
internal unsafe struct HostApplicationVtable
{
    /// <summary>The functions it inherits.</summary>
    public UnknownVtable Base;

    /// <summary>Self, out String128.</summary>
    public delegate* unmanaged<void*, char*, int> GetName;

    /// <summary>Self, class id, interface id, out object.</summary>
    public delegate* unmanaged<void*, Tuid*, Tuid*, void**, int> CreateInstance;
}
