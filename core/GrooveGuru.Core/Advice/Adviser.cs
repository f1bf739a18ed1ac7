using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Advice;

/// <summary>
/// Asks every rule, tries what it proposes on the audio, and gives what survives. A rule judges the whole track; the trial, and so
/// the evidence, is on an <see cref="Excerpt"/>.
/// </summary>
public sealed class Adviser
{
    private readonly IReadOnlyList<IAdviceRule> _rules;
    private readonly Func<AudioBuffer, CancellationToken, TrackAnalysis> _remeasure;

    /// <summary>An adviser with the rules that ship.</summary>
    public Adviser()
        : this(RuleSet.All)
    {
    }

    /// <summary>An adviser with rules of choice.</summary>
    public Adviser(IReadOnlyList<IAdviceRule> rules)
        : this(rules, Remeasure)
    {
    }

    internal Adviser(IReadOnlyList<IAdviceRule> rules, Func<AudioBuffer, CancellationToken, TrackAnalysis> remeasure)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        _remeasure = remeasure;
    }

    /// <summary>What to change, most urgent first.</summary>
    /// <param name="audio">The audio, planar.</param>
    /// <param name="analysis">What was measured on all of it.</param>
    /// <param name="progress">0 to 1; null where nobody looks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Recommendations with evidence; empty where there is nothing to fix, and for silence.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<Recommendation> Advise(
        AudioBuffer audio,
        TrackAnalysis analysis,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(audio);
        ArgumentNullException.ThrowIfNull(analysis);
        var context = new AdviceContext(audio, analysis, cancellationToken);
        var loudest = new Lazy<ProposalTrial>(() => TrialOn(Excerpt.Loudest(audio)));
        var aroundPeak = new Lazy<ProposalTrial>(() => TrialOn(Excerpt.AroundPeak(audio)));
        var survivors = new List<Recommendation>();
        for (int index = 0; index < _rules.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_rules[index].Propose(context) is Proposal proposal
                && (proposal.Tuning.AroundPeak ? aroundPeak : loudest).Value.Try(proposal) is Recommendation tried)
            {
                survivors.Add(tried);
            }

            progress?.Report((index + 1.0) / _rules.Count);
        }

        return
        [
            .. ConflictResolver.Resolve(survivors)
                .OrderBy(recommendation => recommendation.Priority)
                .ThenByDescending(recommendation => recommendation.Confidence),
        ];

        ProposalTrial TrialOn(Excerpt excerpt) => new(
            excerpt,
            excerpt.IsWholeTrack
                ? context
                : new AdviceContext(excerpt.Audio, () => _remeasure(excerpt.Audio, cancellationToken), cancellationToken),
            _remeasure,
            cancellationToken);
    }

    private static TrackAnalysis Remeasure(AudioBuffer audio, CancellationToken cancellationToken) =>
        TrackAnalyzer.Analyze(audio, AnalysisScope.Level | AnalysisScope.Loudness | AnalysisScope.Stereo, cancellationToken);
}
