namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of IPluginFactory, IPluginFactory2 and IPluginFactory3, in the order of the interface.</summary>
internal unsafe struct PluginFactoryVtable
{
    /// <summary>The functions it inherits.</summary>
    public UnknownVtable Base;

    /// <summary>Self, out info.</summary>
    public delegate* unmanaged<void*, FactoryInfo*, int> GetFactoryInfo;

    /// <summary>Self.</summary>
    public delegate* unmanaged<void*, int> CountClasses;

    /// <summary>Self, index, out info.</summary>
    public delegate* unmanaged<void*, int, ClassInfo*, int> GetClassInfo;

    /// <summary>Self, class id, interface id, out object.</summary>
    public delegate* unmanaged<void*, Tuid*, Tuid*, void**, int> CreateInstance;

    /// <summary>Self, index, out info.</summary>
    public delegate* unmanaged<void*, int, ClassInfo2*, int> GetClassInfo2;

    /// <summary>Self, index, out info.</summary>
    public delegate* unmanaged<void*, int, ClassInfoW*, int> GetClassInfoUnicode;

    /// <summary>Self, host context.</summary>
    public delegate* unmanaged<void*, void*, int> SetHostContext;
}
