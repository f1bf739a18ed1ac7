namespace GrooveGuru.Bridge.Sessions;

/// <summary>
/// When a track is analysed. A first report comes early; while the track plays on, the next comes when twice as much has been
/// heard, so that the work of all reports together stays below twice that of the last one.
/// </summary>
internal static class AnalysisPolicy
{
    /// <summary>The least that is worth a report, s.</summary>
    public const double MinSeconds = 1;

    /// <summary>The first report while playing comes after this much, s.</summary>
    public const double FirstSeconds = 6;

    /// <summary>Without new audio for this long the track counts as stopped, s.</summary>
    public const double QuietSeconds = 1;

    /// <summary>Decides from what is known of a track.</summary>
    /// <param name="heardSeconds">Audio held, s.</param>
    /// <param name="analysedSeconds">Audio held at the last analysis, s; 0 before the first.</param>
    /// <param name="hasNews">Whether audio arrived since the last analysis, or the last report was not final.</param>
    /// <param name="playing">Whether the plugin is connected and its transport rolls.</param>
    /// <param name="quietSeconds">Time since the last audio, s.</param>
    public static AnalysisKind Decide(
        double heardSeconds, double analysedSeconds, bool hasNews, bool playing, double quietSeconds)
    {
        if (!hasNews || heardSeconds < MinSeconds)
        {
            return AnalysisKind.None;
        }

        if (!playing || quietSeconds >= QuietSeconds)
        {
            return AnalysisKind.Final;
        }

        return heardSeconds >= FirstSeconds && heardSeconds >= 2 * analysedSeconds ? AnalysisKind.Provisional : AnalysisKind.None;
    }
}
