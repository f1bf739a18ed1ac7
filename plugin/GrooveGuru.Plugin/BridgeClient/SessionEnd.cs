namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>Why a capture call is over.</summary>
internal enum SessionEnd
{
    /// <summary>Nobody is there.</summary>
    NotReached,

    /// <summary>Somebody took the call and did not answer.</summary>
    NoAnswer,

    /// <summary>The bridge answered and is gone.</summary>
    Lost,

    /// <summary>The bridge speaks another contract.</summary>
    WrongVersion,

    /// <summary>The instance has another id now: the call has to begin again under it.</summary>
    Renewed,

    /// <summary>The plugin was told to stop, and everything was sent.</summary>
    Stopped,
}
