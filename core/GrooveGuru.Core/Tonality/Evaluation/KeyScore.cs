namespace GrooveGuru.Core.Tonality.Evaluation;

/// <summary>How near an estimated key is to the true one.</summary>
/// <param name="IsExact">Whether both are the same.</param>
/// <param name="Weighted">Credit, 0–1: 1 the same, 0.5 a fifth above, 0.3 the relative, 0.2 the parallel key, else 0.</param>
/// <remarks>MIREX audio key detection, with the direction of mir_eval.key.weighted_score (Raffel et al. 2014, ISMIR): a fifth below earns nothing.</remarks>
public sealed record KeyScore(bool IsExact, double Weighted)
{
    /// <summary>Compares an estimate with the truth.</summary>
    /// <param name="truth">The true key.</param>
    /// <param name="estimate">The estimate; null where none was given, which earns nothing.</param>
    public static KeyScore Compare(MusicalKey truth, MusicalKey? estimate)
    {
        if (estimate is not MusicalKey key)
        {
            return new KeyScore(false, 0);
        }

        int up = (key.Tonic - truth.Tonic + 12) % 12;
        // The relative minor lies three semitones below its major.
        int relative = truth.Mode == KeyMode.Major ? 9 : 3;
        double weighted = (key.Mode == truth.Mode, up) switch
        {
            (true, 0) => 1,
            (true, 7) => 0.5,
            (false, 0) => 0.2,
            (false, var interval) when interval == relative => 0.3,
            _ => 0,
        };
        return new KeyScore(weighted == 1, weighted);
    }
}
