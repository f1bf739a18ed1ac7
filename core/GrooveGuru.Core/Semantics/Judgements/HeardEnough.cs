using System.Globalization;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Semantics.Judgements;

/// <summary>Whether enough was heard for a judgement of the whole.</summary>
internal static class HeardEnough
{
    /// <summary>Balance and dynamics of less say nothing about the rest, s.</summary>
    public const double SoundSeconds = 3;

    /// <summary>Of music a few bars must have been heard, s.</summary>
    public const double MusicSeconds = 8;

    // A test tone, hum and noise begin once; what is played begins again and again.
    private const int LeastOnsets = 2;

    // Less than the level of any clip of the corpus moves, dB.
    private const double EvenDb = 0.7;

    /// <summary>Why the sound cannot be judged; null where it can.</summary>
    public static string? ReasonAgainstSound(TrackAnalysis analysis)
    {
        double seconds = analysis.DurationSeconds;
        return analysis.HasNoUsableSample ? "No sample is a usable number."
            : analysis.Extended.Loudness.TruePeakDbtp is null || analysis.Extended.TonalBalance.Count == 0 ? "Nothing but silence was heard."
            : analysis.Extended.Loudness.IntegratedLufs is null ? "All that was heard lies below -70 LUFS or is too short."
            : seconds < SoundSeconds ? TooShort(seconds, SoundSeconds)
            : analysis.Extended.OnsetsSeconds.Count < LeastOnsets || IsEven(analysis.Features) ? "It is one even sound, a held tone or noise."
            : null;
    }

    /// <summary>Why the music cannot be judged; null where it can.</summary>
    public static string? ReasonAgainstMusic(TrackAnalysis analysis) =>
        ReasonAgainstSound(analysis)
        ?? (analysis.DurationSeconds < MusicSeconds ? TooShort(analysis.DurationSeconds, MusicSeconds)
            : HasPulse(analysis.Features) || analysis.Extended.Chords.Count > 0 ? null
            : "Neither a steady pulse nor clear pitches were heard.");

    // Steady noise has onsets by chance.
    private static bool IsEven(FeatureSet features) => features.Number(FeatureIds.DynamicRange) < EvenDb && !HasPulse(features);

    private static bool HasPulse(FeatureSet features) => features.Number(FeatureIds.Tempo) > 0;

    // Rounded down: 2.97 s are less than the 3 s that are asked for, and are to read so.
    private static string TooShort(double seconds, double least) => string.Create(
        CultureInfo.InvariantCulture, $"It needs {least:0} s of audio, and {Math.Floor(seconds * 10) / 10:0.#} s were heard.");
}
