namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of ChannelContext::IInfoListener, in the order of the interface.</summary>
internal unsafe struct InfoListenerVtable
{
    /// <summary>The functions it inherits.</summary>
    public UnknownVtable Base;

    /// <summary>Self, attribute list.</summary>
    public delegate* unmanaged<void*, void*, int> SetChannelContextInfos;
}
