namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of IBStream, in the order of the interface.</summary>
internal unsafe struct BStreamVtable
{
    /// <summary>The functions it inherits.</summary>
    public UnknownVtable Base;

    /// <summary>Self, buffer, bytes, out bytes read.</summary>
    public delegate* unmanaged<void*, void*, int, int*, int> Read;

    /// <summary>Self, buffer, bytes, out bytes written.</summary>
    public delegate* unmanaged<void*, void*, int, int*, int> Write;

    /// <summary>Self, position, mode, out position.</summary>
    public delegate* unmanaged<void*, long, int, long*, int> Seek;

    /// <summary>Self, out position.</summary>
    public delegate* unmanaged<void*, long*, int> Tell;
}
