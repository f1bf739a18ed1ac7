namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of Linux::IRunLoop, in the order of the interface.</summary>
internal unsafe struct RunLoopVtable
{
    /// <summary>The functions it inherits.</summary>
    public UnknownVtable Base;

    /// <summary>Self, handler, file descriptor.</summary>
    public delegate* unmanaged<void*, void*, int, int> RegisterEventHandler;

    /// <summary>Self, handler.</summary>
    public delegate* unmanaged<void*, void*, int> UnregisterEventHandler;

    /// <summary>Self, handler, interval in ms.</summary>
    public delegate* unmanaged<void*, void*, ulong, int> RegisterTimer;

    /// <summary>Self, handler.</summary>
    public delegate* unmanaged<void*, void*, int> UnregisterTimer;
}
