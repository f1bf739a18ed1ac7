using System.Globalization;
using GrooveGuru.Core.Arrangement;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>Says where a file's bar 1 lies in the recording, so that both can be laid beside each other.</summary>
internal static class BarOne
{
    // Less than a user can place by eye.
    private const double NoticedSeconds = 0.005;

    /// <summary>The sentence; null where the file simply keeps the recording's times from its beginning.</summary>
    /// <param name="song">What is written.</param>
    /// <param name="tempo">Its tempo.</param>
    public static string? Place(ArrangedSong song, TempoMap tempo)
    {
        double seconds = song.StartSeconds;
        bool isAtStart = Math.Abs(seconds) < NoticedSeconds;
        return isAtStart && !tempo.IsKnown ? null
            : isAtStart ? "Bar 1 begins with the recording."
            : seconds > 0 ? string.Create(CultureInfo.InvariantCulture, $"Bar 1 begins at {seconds:0.00} s of the recording.")
            : string.Create(CultureInfo.InvariantCulture, $"Bar 1 begins {-seconds:0.00} s before the recording.");
    }
}
