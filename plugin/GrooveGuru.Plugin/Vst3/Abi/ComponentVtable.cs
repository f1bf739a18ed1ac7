namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of IComponent, in the order of the interface.</summary>
internal unsafe struct ComponentVtable
{
    /// <summary>The functions it inherits.</summary>
    public PluginBaseVtable Base;

    /// <summary>Self, out class id.</summary>
    public delegate* unmanaged<void*, Tuid*, int> GetControllerClassId;

    /// <summary>Self, mode.</summary>
    public delegate* unmanaged<void*, int, int> SetIoMode;

    /// <summary>Self, media type, direction.</summary>
    public delegate* unmanaged<void*, int, int, int> GetBusCount;

    /// <summary>Self, media type, direction, index, out info.</summary>
    public delegate* unmanaged<void*, int, int, int, BusInfo*, int> GetBusInfo;

    /// <summary>Self, in, out.</summary>
    public delegate* unmanaged<void*, RoutingInfo*, RoutingInfo*, int> GetRoutingInfo;

    /// <summary>Self, media type, direction, index, state.</summary>
    public delegate* unmanaged<void*, int, int, int, byte, int> ActivateBus;

    /// <summary>Self, state.</summary>
    public delegate* unmanaged<void*, byte, int> SetActive;

    /// <summary>Self, stream.</summary>
    public delegate* unmanaged<void*, void*, int> SetState;

    /// <summary>Self, stream.</summary>
    public delegate* unmanaged<void*, void*, int> GetState;
}
