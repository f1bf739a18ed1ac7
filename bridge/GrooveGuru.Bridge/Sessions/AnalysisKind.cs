namespace GrooveGuru.Bridge.Sessions;

/// <summary>Whether, and how, a track is to be analysed now.</summary>
internal enum AnalysisKind
{
    /// <summary>Nothing new to say.</summary>
    None,

    /// <summary>While it still plays: enough new audio has been heard.</summary>
    Provisional,

    /// <summary>The transport has stopped, or the plugin has gone.</summary>
    Final,
}
