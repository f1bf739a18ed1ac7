using System.Globalization;
using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Reports;

/// <summary>Tells audio in which nothing is out of line from audio that nobody could judge.</summary>
internal static class NotJudged
{
    // Loudness needs 400 ms, and of much less than a second nothing can be said that holds for the next one.
    private const double LeastSeconds = 1;

    /// <summary>Why not everything could be judged; null where it could.</summary>
    /// <param name="analysis">What was measured.</param>
    /// <param name="audio">The audio, or the part of it that is held.</param>
    internal static string? Reason(TrackAnalysis analysis, AudioBuffer audio)
    {
        double seconds = analysis.DurationSeconds;
        return seconds == 0 ? "Nothing could be judged: there is no audio."
            : analysis.HasNoUsableSample ? "Nothing could be judged: no sample is a usable number."
            : analysis.Extended.Loudness.TruePeakDbtp is null ? "Nothing could be judged: only silence was heard."
            : seconds < LeastSeconds ? $"Nothing could be judged: only {Written(seconds)} s were heard."
            : analysis.Extended.Loudness.IntegratedLufs is null ? "Nothing could be judged: all that was heard lies below -70 LUFS."
            : seconds < MixCharacterJudge.MinDurationSeconds
                ? $"Only level, peaks and stereo could be judged: balance and dynamics need {Written(MixCharacterJudge.MinDurationSeconds)} s, "
                    + $"and {Written(seconds)} s were heard."
            : SoundingTime.Seconds(audio) is double sounding && sounding < MixCharacterJudge.MinSoundingSeconds
                ? $"Only level, peaks and stereo could be judged: in all that was heard something sounds for {Written(sounding)} s only, and balance "
                    + $"and dynamics need {Written(MixCharacterJudge.MinSoundingSeconds)} s."
            : null;
    }

    // Rounded down: 2.97 s are less than the 3 s that are asked for, and are to read so.
    private static string Written(double seconds) => seconds < 0.1
        ? "less than 0.1"
        : (Math.Floor(seconds * 10) / 10).ToString("0.#", CultureInfo.InvariantCulture);
}
