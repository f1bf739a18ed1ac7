namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>Why a capture call is over.</summary>
internal enum SessionEnd
{
    /// <summary>The bridge never answered.</summary>
    NotReached,

    /// <summary>The bridge answered and is gone.</summary>
    Lost,

    /// <summary>The bridge speaks another contract.</summary>
    WrongVersion,

    /// <summary>The plugin was told to stop, and everything was sent.</summary>
    Stopped,
}
