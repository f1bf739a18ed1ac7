namespace GrooveGuru.Plugin.Parameters;

/// <summary>State of the way to the bridge, in the order of the parameter's values.</summary>
internal enum BridgeState
{
    /// <summary>No bridge answers.</summary>
    NotConnected,

    /// <summary>A bridge was started and does not answer yet.</summary>
    Starting,

    /// <summary>The bridge hears this track.</summary>
    Connected,

    /// <summary>The bridge that runs speaks another contract.</summary>
    WrongVersion,
}
