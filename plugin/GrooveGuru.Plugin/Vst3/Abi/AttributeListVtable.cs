namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of IAttributeList, in the order of the interface.</summary>
internal unsafe struct AttributeListVtable
{
    /// <summary>The functions it inherits.</summary>
    public UnknownVtable Base;

    /// <summary>Self, key, value.</summary>
    public delegate* unmanaged<void*, byte*, long, int> SetInt;

    /// <summary>Self, key, out value.</summary>
    public delegate* unmanaged<void*, byte*, long*, int> GetInt;

    /// <summary>Self, key, value.</summary>
    public delegate* unmanaged<void*, byte*, double, int> SetFloat;

    /// <summary>Self, key, out value.</summary>
    public delegate* unmanaged<void*, byte*, double*, int> GetFloat;

    /// <summary>Self, key, text.</summary>
    public delegate* unmanaged<void*, byte*, char*, int> SetString;

    /// <summary>Self, key, out text, size in bytes.</summary>
    public delegate* unmanaged<void*, byte*, char*, uint, int> GetString;

    /// <summary>Self, key, data, size.</summary>
    public delegate* unmanaged<void*, byte*, void*, uint, int> SetBinary;

    /// <summary>Self, key, out data, out size.</summary>
    public delegate* unmanaged<void*, byte*, void**, uint*, int> GetBinary;
}
