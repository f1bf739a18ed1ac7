namespace GrooveGuru.Core.Rhythm.Evaluation;

/// <summary>Whether a tempo agrees with the true one.</summary>
/// <param name="IsAccurate">Within 4 % of the true tempo: accuracy 1.</param>
/// <param name="IsAccurateUpToOctave">Within 4 % of it, its double, triple, half or third: accuracy 2.</param>
/// <remarks>F. Gouyon et al., IEEE Trans. Audio, Speech and Language Processing 14(5), 2006.</remarks>
public sealed record TempoScore(bool IsAccurate, bool IsAccurateUpToOctave)
{
    private const double ToleranceShare = 0.04;

    private static readonly double[] Octaves = [1, 2, 3, 1.0 / 2, 1.0 / 3];

    /// <summary>Compares two tempos.</summary>
    /// <param name="referenceBpm">The true tempo, BPM, positive.</param>
    /// <param name="estimatedBpm">The tempo found, BPM; 0 where none was, which agrees with nothing.</param>
    public static TempoScore Compare(double referenceBpm, double estimatedBpm)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(referenceBpm);
        return new TempoScore(Agree(referenceBpm, estimatedBpm), Octaves.Any(octave => Agree(referenceBpm * octave, estimatedBpm)));
    }

    private static bool Agree(double referenceBpm, double estimatedBpm) =>
        Math.Abs(estimatedBpm - referenceBpm) <= ToleranceShare * referenceBpm;
}
