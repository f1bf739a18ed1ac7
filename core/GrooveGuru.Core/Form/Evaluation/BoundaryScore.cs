using GrooveGuru.Core.Rhythm.Evaluation;

namespace GrooveGuru.Core.Form.Evaluation;

/// <summary>How well estimated section boundaries agree with the true ones.</summary>
/// <param name="Precision">Share of the estimated boundaries that are right, 0–1.</param>
/// <param name="Recall">Share of the true boundaries that were found, 0–1.</param>
/// <remarks>
/// mir_eval.segment.detection (Raffel et al. 2014, ISMIR), customary with tolerances of 0.5 s and 3 s: each boundary is used
/// once, in a largest matching.
/// </remarks>
public sealed record BoundaryScore(double Precision, double Recall)
{
    /// <summary>Harmonic mean of precision and recall, 0–1.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    /// <summary>Compares two forms.</summary>
    /// <param name="truth">The true sections, in order.</param>
    /// <param name="estimate">The estimated sections, in order.</param>
    /// <param name="toleranceSeconds">How far apart two boundaries may be, s; the edge counts.</param>
    /// <param name="trim">Whether the first and the last boundary of each form, which are the ends of the piece, are left out.</param>
    /// <returns>All 1 where neither form has a boundary to compare; all 0 where one alone has none.</returns>
    public static BoundaryScore Compare(
        IReadOnlyList<SectionSegment> truth, IReadOnlyList<SectionSegment> estimate, double toleranceSeconds, bool trim = false)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(estimate);
        double[] wanted = Boundaries(truth, trim), found = Boundaries(estimate, trim);
        if (wanted.Length == 0 || found.Length == 0)
        {
            double both = wanted.Length == found.Length ? 1 : 0;
            return new BoundaryScore(both, both);
        }

        EventScore score = EventScore.Compare(wanted, found, toleranceSeconds);
        return new BoundaryScore(score.Precision, score.Recall);
    }

    private static double[] Boundaries(IReadOnlyList<SectionSegment> sections, bool trim)
    {
        double[] all = sections.SelectMany(section => new[] { section.StartSeconds, section.EndSeconds }).Distinct().Order().ToArray();
        return !trim ? all : all.Length <= 2 ? [] : all[1..^1];
    }
}
