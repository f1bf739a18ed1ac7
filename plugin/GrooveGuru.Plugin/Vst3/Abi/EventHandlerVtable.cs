namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of Linux::IEventHandler, in the order of the interface.</summary>
internal unsafe struct EventHandlerVtable
{
    /// <summary>The functions it inherits.</summary>
    public UnknownVtable Base;

    /// <summary>Self, file descriptor.</summary>
    public delegate* unmanaged<void*, int, void> OnDescriptorSet;
}
