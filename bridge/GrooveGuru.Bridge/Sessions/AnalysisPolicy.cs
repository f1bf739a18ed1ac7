namespace GrooveGuru.Bridge.Sessions;

/// <summary>
/// When a track is analysed. A first report comes early; while the track plays on, the next comes when a share more has been heard,
/// so that the work of all reports together stays within a few times that of the last one: a fifth more where a running analysis
/// has heard all before, and only the judging grows with length; twice as much where each report hears everything again.
/// </summary>
internal static class AnalysisPolicy
{
    /// <summary>The least that is worth a report, s.</summary>
    public const double MinSeconds = 1;

    /// <summary>The first report while playing comes after this much, s.</summary>
    public const double FirstSeconds = 6;

    /// <summary>Without new audio for this long the track counts as stopped, s.</summary>
    public const double QuietSeconds = 1;

    /// <summary>The next report of a followed track comes when this many times as much has been heard.</summary>
    public const double FollowedGrowth = 1.2;

    /// <summary>The same for a track that is not followed.</summary>
    public const double Growth = 2;

    /// <summary>Decides from what is known of a track.</summary>
    /// <param name="heardSeconds">Audio held, s.</param>
    /// <param name="analysedSeconds">Audio held at the last analysis, s; 0 before the first.</param>
    /// <param name="hasNews">Whether audio arrived since the last analysis, or the last report was not final.</param>
    /// <param name="playing">Whether the plugin is connected and its transport rolls.</param>
    /// <param name="quietSeconds">Time since the last audio, s.</param>
    /// <param name="followed">Whether a running analysis has heard the track.</param>
    public static AnalysisKind Decide(
        double heardSeconds, double analysedSeconds, bool hasNews, bool playing, double quietSeconds, bool followed)
    {
        if (!hasNews || heardSeconds < MinSeconds)
        {
            return AnalysisKind.None;
        }

        if (!playing || quietSeconds >= QuietSeconds)
        {
            return AnalysisKind.Final;
        }

        double due = Math.Max(FirstSeconds, (followed ? FollowedGrowth : Growth) * analysedSeconds);
        return heardSeconds >= due ? AnalysisKind.Provisional : AnalysisKind.None;
    }
}
