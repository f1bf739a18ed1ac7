namespace GrooveGuru.Core.Rhythm.Evaluation;

/// <summary>How well estimated beats agree with reference beats.</summary>
/// <param name="Events">Pairs within 70 ms; its F-measure is the usual single figure.</param>
/// <param name="SameLevelContinuity">Share of the beats that follow on from a right one, at the true level and phase (CMLt), 0–1.</param>
/// <param name="AnyLevelContinuity">The same where double, half and off-beat tapping are right as well (AMLt), 0–1.</param>
/// <remarks>The definitions of mir_eval.beat; continuity after Hainsworth 2004 and Klapuri et al. 2006. The first 5 s do not count.</remarks>
public sealed record BeatScore(EventScore Events, double SameLevelContinuity, double AnyLevelContinuity)
{
    /// <summary>Beats before this are left out, s: time to find in.</summary>
    public const double TrimSeconds = 5;

    private const double ToleranceSeconds = 0.07;

    /// <summary>Compares two lists of beats, or of downbeats.</summary>
    /// <param name="referenceSeconds">The true beats, s, ascending.</param>
    /// <param name="estimatedSeconds">The beats found, s, ascending.</param>
    /// <returns>All 0 where either list has no beat after <see cref="TrimSeconds"/>.</returns>
    public static BeatScore Compare(IReadOnlyList<double> referenceSeconds, IReadOnlyList<double> estimatedSeconds)
    {
        ArgumentNullException.ThrowIfNull(referenceSeconds);
        ArgumentNullException.ThrowIfNull(estimatedSeconds);
        double[] reference = [.. referenceSeconds.Where(beat => beat >= TrimSeconds)];
        double[] estimate = [.. estimatedSeconds.Where(beat => beat >= TrimSeconds)];
        return new BeatScore(
            EventScore.Compare(reference, estimate, ToleranceSeconds),
            BeatContinuity.Share(reference, estimate),
            BeatContinuity.Levels(reference).Max(level => BeatContinuity.Share(level, estimate)));
    }
}
