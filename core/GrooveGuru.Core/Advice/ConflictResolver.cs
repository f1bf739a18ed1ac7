namespace GrooveGuru.Core.Advice;

/// <summary>Keeps two pieces of advice from working against each other.</summary>
public static class ConflictResolver
{
    /// <summary>
    /// Who gives way to whom, and why. Safety first (clipping, polarity), then what hurts, then what is a matter of taste.
    /// </summary>
    public static IReadOnlyList<Conflict> Table { get; } =
    [
        new("gain.clipping", "gain.true_peak", "Both turn down to the same peak; clipping is the graver reason."),
        new("gain.clipping", "gain.level", "A clipped track must be made again at a lower level first."),
        new("gain.level", "gain.true_peak", "The level already brings the peaks down with it."),
        new("gain.clipping", "compression.over_compressed", "Flat peaks are clipped ones here; expanding them would make it worse."),
        new("spatial.polarity", "spatial.low_end_width", "The low end is wide because one channel is inverted."),
        new("spatial.polarity", "spatial.narrow", "Width means nothing while the channels cancel."),
        new("spatial.low_end_width", "spatial.narrow", "What is unsafe in mono is not widened."),
        new("eq.harshness", "eq.brightness", "The hump in the upper mids decides how bright the track reads."),
        new("compression.over_compressed", "compression.wide_dynamics", "What is crushed is not compressed further."),
    ];

    /// <summary>The advice that may stand together, in the order given, and what gave way.</summary>
    /// <param name="recommendations">Advice that was tried.</param>
    /// <param name="measure">A measure of the track as it is, by its id; null where it cannot be measured.</param>
    public static (IReadOnlyList<Recommendation> Kept, IReadOnlyList<ResolvedConflict> Conflicts) Resolve(
        IReadOnlyList<Recommendation> recommendations, Func<string, double?> measure)
    {
        ArgumentNullException.ThrowIfNull(recommendations);
        ArgumentNullException.ThrowIfNull(measure);
        var conflicts = new List<ResolvedConflict>();
        var kept = new List<Recommendation>();
        foreach (Recommendation candidate in recommendations)
        {
            if (TrackVeto.Against(candidate, measure) is string because)
            {
                conflicts.Add(new("", "", candidate.Id, candidate.Title, ConflictOutcome.Withheld, because));
            }
            else
            {
                kept.Add(candidate);
            }
        }

        // A loser of the table does not speak against others any more, but it still loses.
        foreach ((Recommendation winner, Recommendation loser, string because) in TableLosers(kept).ToArray())
        {
            conflicts.Add(new(winner.Id, winner.Title, loser.Id, loser.Title, ConflictOutcome.Withheld, because));
            kept.Remove(loser);
        }

        foreach (Recommendation loser in ByUrgency(kept).Reverse().ToArray())
        {
            foreach (Recommendation winner in ByUrgency(kept).TakeWhile(other => other != loser))
            {
                if (Opposition.Between(winner.Chain, loser.Chain) is string where)
                {
                    conflicts.Add(new(
                        winner.Id, winner.Title, loser.Id, loser.Title, ConflictOutcome.Withheld,
                        $"{where}; the more urgent one stays."));
                    kept.Remove(loser);
                    break;
                }
            }
        }

        return (kept, conflicts);
    }

    /// <summary>Most urgent first, then surest first.</summary>
    internal static IOrderedEnumerable<Recommendation> ByUrgency(IEnumerable<Recommendation> recommendations) =>
        recommendations.OrderBy(recommendation => recommendation.Priority).ThenByDescending(recommendation => recommendation.Confidence);

    private static IEnumerable<(Recommendation Winner, Recommendation Loser, string Because)> TableLosers(List<Recommendation> all)
    {
        foreach (Recommendation loser in all)
        {
            foreach (Conflict conflict in Table.Where(conflict => conflict.LoserId == loser.Id))
            {
                if (all.Find(other => other.Id == conflict.WinnerId) is Recommendation winner)
                {
                    yield return (winner, loser, conflict.Because);
                    break;
                }
            }
        }
    }
}
