namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of IPlugViewContentScaleSupport, in the order of the interface.</summary>
internal unsafe struct ContentScaleVtable
{
    /// <summary>The functions it inherits.</summary>
    public UnknownVtable Base;

    /// <summary>Self, pixels of a point.</summary>
    public delegate* unmanaged<void*, float, int> SetContentScaleFactor;
}
