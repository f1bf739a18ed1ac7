using GrooveGuru.Core.Advice.FollowUps;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Chains;

/// <summary>
/// Builds one chain of several recommendations and tries it: every single promise must still hold. Where changes add up to too much
/// the less urgent one is reduced, or left out.
/// </summary>
internal sealed class WholeChainBuilder
{
    // Beyond this share of its promise a change has gone too far, together with the others.
    private const double MostShareOfPromise = 1.5;
    private const int MaxReductions = 3;
    private const string WithTrimBecause = "Last: it sets the level, and makes up for what the changes before it took or added.";
    private const string TrimBecause = "Makes before and after equally loud, so that nothing is liked for being louder.";

    private readonly ProposalTrial _loudest;
    private readonly Func<TriedProposal, ProposalTrial> _trialOf;
    private readonly CancellationToken _cancellationToken;

    /// <param name="loudest">The trial on which the chain's loudness is matched and its evidence measured.</param>
    /// <param name="trialOf">The trial on which a proposal was tried.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal WholeChainBuilder(ProposalTrial loudest, Func<TriedProposal, ProposalTrial> trialOf, CancellationToken cancellationToken)
    {
        _loudest = loudest;
        _trialOf = trialOf;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The chain of what can stand together; null where nothing can.</summary>
    /// <param name="proposals">What survived, most urgent first.</param>
    /// <param name="conflicts">Receives what was reduced or left out.</param>
    internal WholeChain? Build(IReadOnlyList<TriedProposal> proposals, ICollection<ResolvedConflict> conflicts)
    {
        if (proposals.Count == 0)
        {
            return null;
        }

        ChainAttempt attempt = Attempt(proposals);
        IReadOnlyList<TriedProposal> kept = proposals;
        if (attempt.Broken is not null)
        {
            (kept, attempt) = OneByOne(proposals, conflicts);
        }

        return kept.Count == 0 ? null : new WholeChain
        {
            Steps = attempt.Steps,
            Evidence = [.. EvidenceOf(kept, attempt)],
            TriedFromSeconds = _loudest.Excerpt.IsWholeTrack ? null : _loudest.Excerpt.FromSeconds,
            TriedToSeconds = _loudest.Excerpt.IsWholeTrack ? null : _loudest.Excerpt.ToSeconds,
        };
    }

    private static TriedProposal At(TriedProposal tried, double amount) => tried with
    {
        Amount = amount,
        Recommendation = tried.Recommendation with { Chain = tried.Proposal.Tuning.ChainFor(amount), EndsWithTrim = false },
    };

    private static IReadOnlyList<ProcessorSettings> Untrimmed(Recommendation recommendation) =>
        recommendation.EndsWithTrim ? [.. recommendation.Chain.SkipLast(1)] : recommendation.Chain;

    private (IReadOnlyList<TriedProposal> Kept, ChainAttempt Attempt) OneByOne(
        IReadOnlyList<TriedProposal> proposals, ICollection<ResolvedConflict> conflicts)
    {
        var kept = new List<TriedProposal>();
        ChainAttempt reached = Attempt(kept);
        foreach (TriedProposal next in proposals)
        {
            string because = "";
            bool stands = false;
            foreach (double amount in AmountTuner.Reductions(next.Proposal.Tuning, next.Amount, MaxReductions))
            {
                TriedProposal candidate = amount == next.Amount ? next : At(next, amount);
                ChainAttempt attempt = Attempt([.. kept, candidate]);
                if (attempt.Broken is string broken)
                {
                    because = because.Length > 0 ? because : broken;
                    continue;
                }

                stands = true;
                kept.Add(candidate);
                reached = attempt;
                if (amount != next.Amount)
                {
                    conflicts.Add(Give(next, ConflictOutcome.Reduced, $"{Together(kept)} {because}; in the chain it is "
                        + $"\"{ChainText.Write(candidate.Recommendation.Chain)}\"."));
                }

                break;
            }

            if (!stands)
            {
                conflicts.Add(Give(next, ConflictOutcome.LeftOutOfChain, $"{Together(kept)} {because}; try it by itself."));
            }
        }

        return (kept, reached);

        ResolvedConflict Give(TriedProposal loser, ConflictOutcome outcome, string because)
        {
            TriedProposal? winner = kept.FirstOrDefault(other => other.Id != loser.Id);
            return new(winner?.Id ?? "", winner?.Recommendation.Title ?? "", loser.Id, loser.Recommendation.Title, outcome, because);
        }

        static string Together(List<TriedProposal> kept) => kept.Count > 0 ? "Together with the more urgent ones" : "In the whole chain";
    }

    private ChainAttempt Attempt(IReadOnlyList<TriedProposal> proposals)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        HashSet<string> levelIds = [.. proposals.Where(tried => tried.ChangesLevel).Select(tried => tried.Id)];
        IReadOnlyList<ChainStep> sorted = SignalOrder.Sort(proposals.SelectMany(Steps));
        ChainStep[] level = [.. sorted.Where(step => IsOfLevel(step) && step.Stage == ChainStage.Level)];
        List<ChainStep> sound = [.. sorted.Where(step => !IsOfLevel(step) || step.Stage != ChainStage.Level)];
        Take after = _loudest.Render([.. sound.Select(step => step.Processor)]);

        // A declipper stands first and turns down to make room: what it takes is wanted, and is not given back.
        ProcessorSettings[] wanted = [.. sound.Where(IsOfLevel).Select(step => step.Processor)];
        Take before = wanted.Length == 0 ? _loudest.Before : _loudest.Render(wanted);
        double levelDb = level.Select(step => step.Processor).OfType<GainSettings>().Sum(gain => gain.GainDb);
        if (sound.Count > 0 && LoudnessTrim.Of(before, after, matchLoudness: true, levelDb) is GainSettings trim)
        {
            if (level is [{ Processor: GainSettings gain } only])
            {
                // One fader, not two.
                double bothDb = GainSettings.GainRangeDb.Clamp(Math.Round(gain.GainDb + trim.GainDb, 1));
                level = bothDb == 0 ? [] : [only with { Processor = new GainSettings(bothDb), Because = WithTrimBecause }];
            }
            else
            {
                sound.Add(new ChainStep(trim, ChainStage.Level, "", TrimBecause));
                after = _loudest.Render(after, [trim]);
            }
        }

        IReadOnlyList<ChainStep> steps = [.. sound, .. level];
        after = level.Length == 0 ? after : _loudest.Render(after, [.. level.Select(step => step.Processor)]);
        var afters = new Dictionary<ProposalTrial, Take> { [_loudest] = after };
        foreach (ProposalTrial other in proposals.Select(_trialOf).Distinct().Where(trial => trial != _loudest))
        {
            afters.Add(other, other.Render([.. steps.Select(step => step.Processor)]));
        }

        return new ChainAttempt(steps, afters, Broken(proposals, afters));

        bool IsOfLevel(ChainStep step) => levelIds.Contains(step.RecommendationId);
        static IEnumerable<ChainStep> Steps(TriedProposal tried) => SignalOrder.Steps(Untrimmed(tried.Recommendation), tried.Id);
    }

    private string? Broken(IReadOnlyList<TriedProposal> proposals, Dictionary<ProposalTrial, Take> afters)
    {
        foreach ((ProposalTrial trial, Take after) in afters)
        {
            // What a fault's chance becomes hangs on all other changes too: it is asked for alone, when each is tried by itself.
            IEnumerable<Guard> guards = proposals.Where(tried => _trialOf(tried) == trial).SelectMany(tried => tried.Proposal.Tuning.Guards)
                .Where(guard => MeasureIds.ChanceOf(guard.MeasureId) is null);
            if (Safeguards.Broken(trial.Before, after, guards) is string broken)
            {
                return broken;
            }
        }

        return proposals.Select(tried => PromiseBroken(tried, afters[_trialOf(tried)])).FirstOrDefault(broken => broken is not null);
    }

    private static string? PromiseBroken(TriedProposal tried, Take after)
    {
        Expectation promise = tried.Recommendation.Expects[0];
        MeasureInfo info = MeasureInfo.Of(promise.FeatureId);
        if (after.Measure(promise.FeatureId) is not double reached)
        {
            return $"{info.Name} cannot be measured";
        }

        double share = (reached - promise.From) / (promise.To - promise.From);
        bool onSpot = Math.Abs(reached - promise.To) <= MeasureNoise.Of(promise.FeatureId, promise.To - promise.From);
        return onSpot || (share >= ProposalTrial.LeastShareOfPromise && share <= MostShareOfPromise) ? null
            : share < ProposalTrial.LeastShareOfPromise
                ? $"{info.Name} would reach only {info.Write(reached)} instead of {info.Write(promise.To)}"
                : $"{info.Name} would go too far, to {info.Write(reached)} instead of {info.Write(promise.To)}";
    }

    private IEnumerable<Evidence> EvidenceOf(IReadOnlyList<TriedProposal> kept, ChainAttempt attempt)
    {
        var seen = new HashSet<string>();
        IEnumerable<(string Id, ProposalTrial Trial)> promised = kept.Select(tried => (tried.Recommendation.Expects[0].FeatureId, _trialOf(tried)));
        foreach ((string id, ProposalTrial trial) in promised.Concat(
            [(MeasureIds.TruePeakDbtp, _loudest), (MeasureIds.IntegratedLufs, _loudest), (MeasureIds.MonoLossLu, _loudest)]))
        {
            if (seen.Add(id) && ProposalTrial.EvidenceOf(id, trial.Before, attempt.AfterByTrial[trial]) is Evidence evidence)
            {
                yield return evidence;
            }
        }
    }
}
