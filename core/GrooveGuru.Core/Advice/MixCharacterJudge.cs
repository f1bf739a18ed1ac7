using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Advice;

/// <summary>Guesses what kind of material is heard, so that rules for a mix leave a single instrument alone.</summary>
/// <remarks>
/// Thresholds from development recordings (four real mixes, four rendered solo or chamber pieces, four drum loops): mixes keep
/// every octave from 50 Hz to 1.6 kHz within 10 dB under the reference balance, solo and chamber pieces miss at least one by more
/// than 11 dB, and drum loops are percussive by more than 0.75 where mixes stay below 0.6.
/// </remarks>
public static class MixCharacterJudge
{
    /// <summary>Share of percussive energy from which on it is drums alone.</summary>
    public const double PercussionRatio = 0.75;

    /// <summary>An octave this far under the reference is not played in, dB.</summary>
    public const double EmptyOctaveDb = -12;

    private const double MinDurationSeconds = 3;

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

        // The middle octaves alone: a fault at either end must not change what the material is.
        double levelDb = balance.MeanDb(300, 3300);
        return OctavesHz.All(octaveHz => balance.MeanDb(octaveHz / 1.42, octaveHz * 1.42) - levelDb > EmptyOctaveDb)
            ? MixCharacter.FullMix
            : MixCharacter.Sparse;
    }
}
