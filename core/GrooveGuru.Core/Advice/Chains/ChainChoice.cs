namespace GrooveGuru.Core.Advice.Chains;

/// <summary>Chooses what of the advice goes into the whole chain.</summary>
/// <remarks>
/// What is rather there than not all goes in. What is only possible is a guess, and several guesses about one thing would undo each
/// other's good: of each domain the chain takes one, and none where something broken is repaired first, because everything else is heard
/// anew after that.
/// </remarks>
internal static class ChainChoice
{
    /// <summary>What goes into the chain, in the order given.</summary>
    /// <param name="ordered">What survived, most urgent first.</param>
    /// <param name="leftOut">Receives what stays out, and why.</param>
    internal static IReadOnlyList<TriedProposal> Of(IReadOnlyList<TriedProposal> ordered, ICollection<ResolvedConflict> leftOut)
    {
        TriedProposal[] likely = [.. ordered.Where(tried => tried.Recommendation.IsLikely)];
        TriedProposal? repair = Array.Find(likely, Repairs);
        var chosen = new HashSet<TriedProposal>(likely);
        foreach (TriedProposal guess in ordered.Where(tried => !tried.Recommendation.IsLikely))
        {
            TriedProposal? other = repair ?? ordered.FirstOrDefault(tried => chosen.Contains(tried) && tried.Recommendation.Domain == guess.Recommendation.Domain);
            if (other is null)
            {
                chosen.Add(guess);
                continue;
            }

            leftOut.Add(new(
                other.Id,
                other.Recommendation.Title,
                guess.Id,
                guess.Recommendation.Title,
                ConflictOutcome.LeftOutOfChain,
                other == repair ? "It is only possible, and is to be judged again after the repair."
                : other.Recommendation.IsLikely ? "It is only possible, and is to be judged again after the likely change of its kind."
                : "It is only possible, and less likely than another change of its kind: compare it by itself."));
        }

        return [.. ordered.Where(chosen.Contains)];
    }

    private static bool Repairs(TriedProposal tried) => tried.Id is "gain.clipping" or "spatial.dead_channel"
        || SignalOrder.Steps(tried.Recommendation.Chain, tried.Id).Any(step => step.Stage == ChainStage.Repair);
}
