namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>Why a preview is heard no more.</summary>
internal enum PreviewEnd
{
    /// <summary>It goes on.</summary>
    None = 0,

    /// <summary>All of it was heard.</summary>
    AllHeard = 1,

    /// <summary>The user stopped it.</summary>
    Stopped = 2,

    /// <summary>The host's transport plays.</summary>
    HostPlays = 3,

    /// <summary>The host does not play in real time, but renders.</summary>
    HostRenders = 4,

    /// <summary>The bypass is on.</summary>
    Bypassed = 5,
}
