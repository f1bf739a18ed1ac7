namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of Linux::ITimerHandler, in the order of the interface.</summary>
internal unsafe struct TimerHandlerVtable
{
    /// <summary>The functions it inherits.</summary>
    public UnknownVtable Base;

    /// <summary>Self.</summary>
    public delegate* unmanaged<void*, void> OnTimer;
}
