using GrooveGuru.Core.Advice.Chains;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Core.Advice;

/// <summary>
/// Asks every rule, tries what it proposes on the audio, and gives what survives. A rule judges the whole track; the trial, and so
/// the evidence, is on an <see cref="Excerpt"/>.
/// </summary>
public sealed class Adviser
{
    // Of the progress, for the whole chain.
    private const double ChainShare = 0.15;

    private readonly IReadOnlyList<IAdviceRule> _rules;
    private readonly Take.Remeasure _remeasure;

    /// <summary>An adviser with the rules that ship.</summary>
    public Adviser()
        : this(RuleSet.All)
    {
    }

    /// <summary>An adviser with rules of choice.</summary>
    public Adviser(IReadOnlyList<IAdviceRule> rules)
        : this(rules, TrackAnalyzer.Analyze)
    {
    }

    internal Adviser(IReadOnlyList<IAdviceRule> rules, Take.Remeasure remeasure)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        _remeasure = remeasure;
    }

    /// <summary>What the track is in its song; null to guess by its sound.</summary>
    public RoleEstimate? Role { get; init; }

    /// <summary>Ids of advice that the user does not want: it is neither tried nor given.</summary>
    public IReadOnlySet<string> Dismissed { get; init; } = new HashSet<string>();

    /// <summary>Ids of advice that was followed and has kept its promise: it is not given again unless it is likely now.</summary>
    public IReadOnlySet<string> Settled { get; init; } = new HashSet<string>();

    /// <summary>What to change, most urgent first; without the whole chain, which costs about as much as one more recommendation.</summary>
    /// <param name="audio">The audio, planar.</param>
    /// <param name="analysis">What was measured on all of it.</param>
    /// <param name="progress">0 to 1; null where nobody looks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Recommendations with evidence; empty where there is nothing to fix, and for silence.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<Recommendation> Advise(
        AudioBuffer audio, TrackAnalysis analysis, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Advise(audio, analysis, withChain: false, progress, cancellationToken).Recommendations;

    /// <summary>What to change, all of it as one chain, and what gave way.</summary>
    /// <param name="audio">The audio, planar.</param>
    /// <param name="analysis">What was measured on all of it.</param>
    /// <param name="progress">0 to 1; null where nobody looks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public AdviceReport AdviseInFull(
        AudioBuffer audio, TrackAnalysis analysis, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Advise(audio, analysis, withChain: true, progress, cancellationToken);

    private AdviceReport Advise(
        AudioBuffer audio, TrackAnalysis analysis, bool withChain, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(audio);
        ArgumentNullException.ThrowIfNull(analysis);
        RoleEstimate role = Role ?? RoleEstimator.Estimate(analysis, trackName: null);
        var context = new AdviceContext(audio, analysis, cancellationToken)
        {
            Role = role.Role,
            RoleConfidence = role.Confidence,
            FullMixChance = role.ProbabilityOf(TrackRole.FullMix),
        };
        var loudest = new Lazy<ProposalTrial>(() => TrialOn(Excerpt.Loudest(audio)));
        var aroundPeak = new Lazy<ProposalTrial>(() => TrialOn(Excerpt.AroundPeak(audio)));
        double rulesShare = withChain ? 1 - ChainShare : 1;
        var survivors = new List<TriedProposal>();
        var conflicts = new List<ResolvedConflict>();
        for (int index = 0; index < _rules.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!Dismissed.Contains(_rules[index].Id)
                && _rules[index].Propose(context) is Proposal proposal
                && !Dismissed.Contains(proposal.Untried.Id)
                && (proposal.Untried.IsLikely || !Settled.Contains(proposal.Untried.Id)))
            {
                if (TrackVeto.Against(proposal.Untried, loudest.Value.Before.Measure, context.IsFullMix) is string because)
                {
                    conflicts.Add(new("", "", proposal.Untried.Id, proposal.Untried.Title, ConflictOutcome.Withheld, because));
                }
                else if ((proposal.Tuning.AroundPeak ? aroundPeak : loudest).Value.Try(proposal) is TriedProposal tried)
                {
                    survivors.Add(tried);
                }
            }

            progress?.Report(rulesShare * (index + 1) / _rules.Count);
        }

        (IReadOnlyList<Recommendation> kept, IReadOnlyList<ResolvedConflict> found) =
            ConflictResolver.Resolve([.. survivors.Select(tried => tried.Recommendation)]);
        conflicts.AddRange(found);
        Recommendation[] ordered = [.. ConflictResolver.ByUrgency(kept)];
        WholeChain? chain = withChain && ordered.Length > 0
            ? new WholeChainBuilder(loudest.Value, TrialOf, cancellationToken).Build(ChainChoice.Of(Standing(), conflicts), conflicts)
            : null;
        progress?.Report(1);
        return new AdviceReport(ordered, chain, conflicts);

        // What was left out for another one stays out.
        IReadOnlyList<TriedProposal> Standing() =>
        [
            .. ordered.Where(given => found.All(conflict => conflict.LoserId != given.Id))
                .Select(given => survivors.Find(tried => ReferenceEquals(tried.Recommendation, given))!),
        ];

        ProposalTrial TrialOf(TriedProposal tried) =>
            tried.Proposal.Tuning.AroundPeak && aroundPeak.Value.Excerpt.FromSeconds != loudest.Value.Excerpt.FromSeconds ? aroundPeak.Value : loudest.Value;

        ProposalTrial TrialOn(Excerpt excerpt) =>
            new(excerpt, excerpt.IsWholeTrack ? context : null, _remeasure, context.TempoBpm, cancellationToken);
    }
}
