namespace GrooveGuru.Core.Rhythm.Evaluation;

/// <summary>How well estimated points in time agree with reference points.</summary>
/// <param name="Precision">Share of the estimates that are right, 0–1.</param>
/// <param name="Recall">Share of the references that were found, 0–1.</param>
/// <param name="MatchedCount">Pairs that agree.</param>
/// <remarks>
/// The definition of mir_eval (Raffel et al., ISMIR 2014): a largest set of one-to-one pairs within the tolerance. On a line, with one
/// tolerance for all, giving each reference the earliest free estimate in reach finds such a set.
/// </remarks>
public sealed record EventScore(double Precision, double Recall, int MatchedCount)
{
    // A distance that is the tolerance in decimals may come out a rounding error above it.
    private const double RoundingSeconds = 1e-9;

    /// <summary>Harmonic mean of precision and recall, 0–1.</summary>
    public double FMeasure => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    /// <summary>Compares two lists of times.</summary>
    /// <param name="referenceSeconds">The true times, s, in any order.</param>
    /// <param name="estimatedSeconds">The times found, s, in any order.</param>
    /// <param name="toleranceSeconds">Greatest distance of a pair, s, itself allowed; 0 or more.</param>
    /// <returns>All 0 where either list is empty.</returns>
    public static EventScore Compare(IReadOnlyList<double> referenceSeconds, IReadOnlyList<double> estimatedSeconds, double toleranceSeconds)
    {
        ArgumentNullException.ThrowIfNull(referenceSeconds);
        ArgumentNullException.ThrowIfNull(estimatedSeconds);
        ArgumentOutOfRangeException.ThrowIfNegative(toleranceSeconds);
        if (referenceSeconds.Count == 0 || estimatedSeconds.Count == 0)
        {
            return new EventScore(0, 0, 0);
        }

        double reach = toleranceSeconds + RoundingSeconds;
        double[] estimates = [.. estimatedSeconds.Order()];
        int matched = 0, free = 0;
        foreach (double reference in referenceSeconds.Order())
        {
            while (free < estimates.Length && reference - estimates[free] > reach)
            {
                free++;
            }

            if (free < estimates.Length && estimates[free] - reference <= reach)
            {
                matched++;
                free++;
            }
        }

        return new EventScore((double)matched / estimates.Length, (double)matched / referenceSeconds.Count, matched);
    }
}
