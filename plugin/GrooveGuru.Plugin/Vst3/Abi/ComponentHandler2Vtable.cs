namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of IComponentHandler2, in the order of the interface.</summary>
internal unsafe struct ComponentHandler2Vtable
{
    /// <summary>The functions it inherits.</summary>
    public UnknownVtable Base;

    /// <summary>Self, whether there is something to save (one byte).</summary>
    public delegate* unmanaged<void*, byte, int> SetDirty;

    /// <summary>Self, name of the view.</summary>
    public delegate* unmanaged<void*, byte*, int> RequestOpenEditor;

    /// <summary>Self.</summary>
    public delegate* unmanaged<void*, int> StartGroupEdit;

    /// <summary>Self.</summary>
    public delegate* unmanaged<void*, int> FinishGroupEdit;
}
