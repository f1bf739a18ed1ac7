namespace GrooveGuru.Plugin.Editor;

/// <summary>What became of files that were dragged out of the window.</summary>
internal enum DragOutcome
{
    /// <summary>A target has taken them.</summary>
    Taken,

    /// <summary>The user has given it up, or the window was closed meanwhile.</summary>
    GivenUp,

    /// <summary>They were let go where nobody takes files.</summary>
    NotWanted,

    /// <summary>The target did not answer, or did not take them in the end.</summary>
    NotTaken,

    /// <summary>A file of the offer is not there any more; nothing was dragged.</summary>
    FileMissing,

    /// <summary>The pointer could not be followed; nothing was dragged.</summary>
    NotStarted,
}
