using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Advice;

/// <summary>Guesses what kind of material is heard, so that rules for a mix leave a single instrument alone.</summary>
/// <remarks>
/// Thresholds from the development recordings: popular mixes keep every octave from 50 Hz to 1.6 kHz within 10 dB under the
/// reference balance, solo and chamber pieces miss at least one by 13 dB and more; a bass alone spreads over 30 dB where mixes
/// spread over 15. Drum loops have a percussive ratio of 0.95 and more, mixes of 0.07 to 0.31.
/// </remarks>
public static class MixCharacterJudge
{
    /// <summary>Share of percussive energy from which on it is drums alone.</summary>
    public const double PercussionRatio = 0.75;

    /// <summary>An octave this far under the reference is not played in, dB.</summary>
    public const double EmptyOctaveDb = -12;

    /// <summary>A wider spread of the octaves is a single instrument, dB.</summary>
    public const double MaxSpreadDb = 26;

    /// <summary>Length from which on balance and dynamics can be judged, s.</summary>
    public const double MinDurationSeconds = 3;

    /// <summary>Time that something has to sound before balance and dynamics can be judged, s: a hit is no track.</summary>
    public const double MinSoundingSeconds = 2;

    private static readonly double[] OctavesHz = [50, 100, 200, 400, 800, 1600];

    /// <summary>The kind of material.</summary>
    /// <param name="analysis">What was measured.</param>
    /// <param name="balance">Its balance.</param>
    public static MixCharacter Judge(TrackAnalysis analysis, TonalBalanceDeviation balance)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(balance);
        if (analysis.DurationSeconds < MinDurationSeconds || analysis.Extended.Loudness.IntegratedLufs is null)
        {
            return MixCharacter.Unknown;
        }

        if (analysis.Features.Number(FeatureIds.PercussiveRatio) > PercussionRatio)
        {
            return MixCharacter.Percussion;
        }

        double[] octavesDb = [.. OctavesHz.Select(octaveHz => balance.MeanDb(octaveHz / 1.42, octaveHz * 1.42))];
        return octavesDb.Min() > EmptyOctaveDb && octavesDb.Max() - octavesDb.Min() < MaxSpreadDb
            ? MixCharacter.FullMix
            : MixCharacter.Sparse;
    }
}
