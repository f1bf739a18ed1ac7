namespace GrooveGuru.Core.Advice;

/// <summary>Keeps two pieces of advice from working against each other.</summary>
public static class ConflictResolver
{
    // Less than this apart, two are equally sure.
    private const double AsSure = 0.1;

    /// <summary>
    /// Who gives way to whom, and why. Safety first (clipping, polarity), then what hurts, then what is a matter of taste.
    /// </summary>
    public static IReadOnlyList<Conflict> Table { get; } =
    [
        new("gain.clipping", "gain.true_peak", "Both turn down to the same peak; clipping is the graver reason."),
        new("gain.clipping", "gain.level", "A clipped track must be made again at a lower level first."),
        new("gain.level", "gain.true_peak", "The level already brings the peaks down with it."),
        new("gain.clipping", "gain.dc_offset", "Peaks that are cut off on one side shift the wave; it is judged again when they are rebuilt."),
        new("gain.clipping", "compression.over_compressed", "Flat peaks are clipped ones here; expanding them would make it worse."),
        new("spatial.dead_channel", "spatial.polarity", "With one channel silent there is nothing to turn."),
        new("spatial.dead_channel", "spatial.low_end_width", "With one channel silent width means nothing."),
        new("spatial.dead_channel", "spatial.narrow", "With one channel silent width means nothing."),
        new("spatial.dead_channel", "spatial.wide", "With one channel silent width means nothing."),
        new("spatial.dead_channel", "spatial.off_centre", "With one channel silent there is nothing to balance."),
        new("temporal.reverb_wash", "temporal.dry_source", "What drowns already gets no more room."),
        new("spatial.polarity", "spatial.low_end_width", "The low end is wide because one channel is inverted."),
        new("spatial.polarity", "spatial.narrow", "Width means nothing while the channels cancel."),
        new("spatial.low_end_width", "spatial.narrow", "What is unsafe in mono is not widened."),
        new("eq.rumble", "eq.low_end_build_up", "What rumbles goes first; the low end is judged again without it."),
        new("spatial.polarity", "spatial.wide", "Width means nothing while the channels cancel."),
        new("compression.over_compressed", "compression.wide_dynamics", "What is crushed is not compressed further."),
    ];

    /// <summary>The advice that may stand together, in the order given, and what gave way.</summary>
    /// <param name="recommendations">Advice that was tried.</param>
    public static (IReadOnlyList<Recommendation> Kept, IReadOnlyList<ResolvedConflict> Conflicts) Resolve(
        IReadOnlyList<Recommendation> recommendations)
    {
        ArgumentNullException.ThrowIfNull(recommendations);
        var conflicts = new List<ResolvedConflict>();
        List<Recommendation> kept = [.. recommendations];

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
                if (Opposition.Between(winner.Chain, loser.Chain) is not string where)
                {
                    continue;
                }

                // Where the winner is not likely itself, both are possible, and only one of them.
                bool isSure = winner.IsLikely;
                conflicts.Add(new(
                    winner.Id, winner.Title, loser.Id, loser.Title, isSure ? ConflictOutcome.Withheld : ConflictOutcome.LeftOutOfChain,
                    isSure ? $"{where}; the more urgent one stays." : $"{where}: try the one or the other, not both."));
                if (isSure)
                {
                    kept.Remove(loser);
                }

                break;
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
                // What is clearly less sure of itself does not silence what is surer.
                if (all.Find(other => other.Id == conflict.WinnerId) is Recommendation winner && winner.Confidence >= loser.Confidence - AsSure)
                {
                    yield return (winner, loser, conflict.Because);
                    break;
                }
            }
        }
    }
}
