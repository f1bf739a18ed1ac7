namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The functions of IEditController, in the order of the interface.</summary>
internal unsafe struct EditControllerVtable
{
    /// <summary>The functions it inherits.</summary>
    public PluginBaseVtable Base;

    /// <summary>Self, stream.</summary>
    public delegate* unmanaged<void*, void*, int> SetComponentState;

    /// <summary>Self, stream.</summary>
    public delegate* unmanaged<void*, void*, int> SetState;

    /// <summary>Self, stream.</summary>
    public delegate* unmanaged<void*, void*, int> GetState;

    /// <summary>Self.</summary>
    public delegate* unmanaged<void*, int> GetParameterCount;

    /// <summary>Self, index, out info.</summary>
    public delegate* unmanaged<void*, int, ParameterInfo*, int> GetParameterInfo;

    /// <summary>Self, id, normalised value, out String128.</summary>
    public delegate* unmanaged<void*, uint, double, char*, int> GetParamStringByValue;

    /// <summary>Self, id, text, out normalised value.</summary>
    public delegate* unmanaged<void*, uint, char*, double*, int> GetParamValueByString;

    /// <summary>Self, id, normalised value.</summary>
    public delegate* unmanaged<void*, uint, double, double> NormalizedParamToPlain;

    /// <summary>Self, id, plain value.</summary>
    public delegate* unmanaged<void*, uint, double, double> PlainParamToNormalized;

    /// <summary>Self, id.</summary>
    public delegate* unmanaged<void*, uint, double> GetParamNormalized;

    /// <summary>Self, id, normalised value.</summary>
    public delegate* unmanaged<void*, uint, double, int> SetParamNormalized;

    /// <summary>Self, handler.</summary>
    public delegate* unmanaged<void*, void*, int> SetComponentHandler;

    /// <summary>Self, name; null where there is none.</summary>
    public delegate* unmanaged<void*, byte*, void*> CreateView;
}
