namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of IPlugFrame, in the order of the interface.</summary>
internal unsafe struct PlugFrameVtable
{
    /// <summary>The functions it inherits.</summary>
    public UnknownVtable Base;

    /// <summary>Self, view, wanted size.</summary>
    public delegate* unmanaged<void*, void*, ViewRect*, int> ResizeView;
}
