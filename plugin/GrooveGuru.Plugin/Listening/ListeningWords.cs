using GrooveGuru.Plugin.Processing.Realtime;

namespace GrooveGuru.Plugin.Listening;

/// <summary>What is said about listening to a preview.</summary>
internal static class ListeningWords
{
    /// <summary>Why nothing can be heard while the plugin is bypassed.</summary>
    public const string Bypassed = "The plugin is bypassed: switch the bypass off, then listen.";

    /// <summary>Why nothing can be heard while the host has switched the plugin off.</summary>
    public const string Inactive = "The host has switched this plugin off: switch it on, then listen.";

    /// <summary>What is said all the time, on every page: the track itself is not heard.</summary>
    public const string Heard = "You hear the preview, not the track: until it ends, the host plays, or you press Stop under Stems & MIDI.";

    /// <summary>What to do where the host processes nothing while it is stopped.</summary>
    public const string NoAudio =
        "The host gives the plugin no audio while it is stopped, so nothing is heard. Switch on the track's input monitoring, or show the file with Reveal and play it elsewhere.";

    /// <summary>What is said when that went on for too long.</summary>
    public const string GivenUp =
        "The preview ended, because the host gave the plugin no audio while it is stopped. Switch on the track's input monitoring, then listen again.";

    /// <summary>What is said where the system gives no thread.</summary>
    public const string NoThread = "The preview was not begun, because the system is too busy: try again.";

    /// <summary>What is said where something went wrong that nobody expects.</summary>
    public const string Failed = "The preview ended with an error; plugin.log says which.";

    /// <summary>What is said of a file that cannot be read.</summary>
    /// <param name="reason">Why, a sentence.</param>
    public static string Unreadable(string reason) => $"The preview cannot be heard: {reason}";

    /// <summary>What is said when a preview has ended.</summary>
    /// <param name="end">Why it has.</param>
    /// <param name="wasHeard">Whether any of it was heard.</param>
    /// <returns>Null where that goes without saying.</returns>
    public static string? Ended(PreviewEnd end, bool wasHeard) => end switch
    {
        PreviewEnd.HostPlays when wasHeard => "The preview ended, because the host plays.",
        PreviewEnd.HostPlays => "The host plays: stop it, then listen.",
        PreviewEnd.HostRenders => "The preview ended, because the host renders.",
        PreviewEnd.Bypassed => "The preview ended, because the plugin is bypassed.",
        _ => null,
    };
}
