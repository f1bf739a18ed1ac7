namespace GrooveGuru.Plugin.Diagnostics;

/// <summary>What happened inside the host: plugin.log, and plugin.log.1 with what was before it. Never called on the audio thread.</summary>
internal static class PluginLog
{
    private static readonly LogFile Log = new(Path.Combine(StateFolder.Path, "plugin.log"), StateFolder.Prepare);

    /// <summary>Why the last line could not be written; null where it was.</summary>
    public static string? WhyUnwritten => Log.WhyUnwritten;

    /// <summary>Adds one line. [not the audio thread]</summary>
    public static void Write(string message) => Log.Write(message);
}
