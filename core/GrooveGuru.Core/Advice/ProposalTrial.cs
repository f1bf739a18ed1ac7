using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice;

/// <summary>
/// Tries a proposal on audio: tunes its amount, renders it at equal loudness, measures again, and lets it pass only when the promised
/// measure moved as promised and nothing else broke.
/// </summary>
internal sealed class ProposalTrial
{
    /// <summary>Less than this share of the promise is not what was promised.</summary>
    internal const double LeastShareOfPromise = 0.5;

    private const int MaxReductions = 4;

    private readonly Excerpt _excerpt;
    private readonly Take.Remeasure _remeasure;
    private readonly CancellationToken _cancellationToken;

    /// <param name="excerpt">What it is tried on.</param>
    /// <param name="measured">What is measured on the excerpt already; null where nothing is.</param>
    /// <param name="remeasure">Measures rendered audio.</param>
    /// <param name="tempoBpm">Tempo of the track, BPM; null where it is not known.</param>
    /// <param name="cancellationToken">Ends the trial.</param>
    internal ProposalTrial(
        Excerpt excerpt, AdviceContext? measured, Take.Remeasure remeasure, double? tempoBpm, CancellationToken cancellationToken)
    {
        _excerpt = excerpt;
        _remeasure = remeasure;
        _cancellationToken = cancellationToken;
        Before = new Take(excerpt.Audio, remeasure, cancellationToken, measured, tempoBpm);
    }

    /// <summary>The excerpt as it is.</summary>
    internal Take Before { get; }

    /// <summary>The part of the track on which it is tried.</summary>
    internal Excerpt Excerpt => _excerpt;

    /// <summary>The excerpt after a chain.</summary>
    internal Take Render(IReadOnlyList<ProcessorSettings> chain) => Render(Before, chain);

    /// <summary>A take after a chain.</summary>
    internal Take Render(Take take, IReadOnlyList<ProcessorSettings> chain) =>
        new(ChainRenderer.Render(take.Audio, chain, _cancellationToken), _remeasure, _cancellationToken, tempoBpm: Before.TempoBpm);

    /// <summary>The recommendation with its evidence; null where it did not survive.</summary>
    internal TriedProposal? Try(Proposal proposal)
    {
        Tuning tuning = proposal.Tuning;
        bool changesLevel = proposal.Untried.Domain == RecommendationDomain.Gain;
        if ((!changesLevel && MeasureInfo.Of(tuning.MeasureId).DependsOnLevel) || Before.Measure(tuning.MeasureId) is not double before)
        {
            return null;
        }

        var rendered = new Dictionary<double, Take>();
        if (AmountTuner.Find(tuning, before, amount => RenderAt(amount).Measure(tuning.MeasureId)) is not double found)
        {
            return null;
        }

        foreach (double amount in AmountTuner.Reductions(tuning, found, MaxReductions))
        {
            IReadOnlyList<ProcessorSettings> chain = tuning.ChainFor(amount);
            Take after = RenderAt(amount);
            GainSettings? trim = LoudnessTrim.Of(Before, after, matchLoudness: !changesLevel);
            after = trim is null ? after : Render(after, [trim]);
            if (after.Measure(tuning.MeasureId) is not double reached || !KeepsPromise(before, tuning.Target, reached))
            {
                return null; // less of it would reach even less
            }

            if (Safeguards.Broken(Before, after, tuning.Guards) is null)
            {
                return new TriedProposal(proposal, amount, Given(proposal, chain, trim, after, before, reached));
            }
        }

        return null;

        // Only the last few amounts are asked for again.
        Take RenderAt(double amount)
        {
            if (!rendered.TryGetValue(amount, out Take? take))
            {
                rendered.Clear();
                take = Render(tuning.ChainFor(amount));
                rendered.Add(amount, take);
            }

            return take;
        }
    }

    /// <summary>What was measured before and after; null where it could not be.</summary>
    internal static Evidence? EvidenceOf(string measureId, Take before, Take after) =>
        before.Measure(measureId) is double from && after.Measure(measureId) is double to
            ? new Evidence(measureId, from, to, MeasureInfo.Of(measureId).Unit)
            : null;

    private static bool KeepsPromise(double before, double target, double reached) =>
        (reached - before) / (target - before) >= LeastShareOfPromise;

    private static IEnumerable<string> EvidenceIds(Proposal proposal) => proposal.Untried.Expects
        .Select(expectation => expectation.FeatureId)
        .Concat(proposal.Untried.Because.Select(reason => reason.FeatureId))
        .Concat(proposal.Tuning.Guards.Select(guard => guard.MeasureId))
        .Append(MeasureIds.TruePeakDbtp)
        .Append(MeasureIds.IntegratedLufs)
        .Where(id => id is not (FeatureIds.Tempo or FeatureIds.OnsetDensity)) // a cause, but nothing that a mixer changes
        .Concat(proposal.Untried.Domain is RecommendationDomain.Spatial or RecommendationDomain.Temporal ? (string[])[MeasureIds.MonoLossLu] : [])
        .Distinct();

    private Recommendation Given(
        Proposal proposal, IReadOnlyList<ProcessorSettings> chain, GainSettings? trim, Take after, double before, double reached) =>
        proposal.Untried with
        {
            Title = ChainText.Write(chain),
            Chain = trim is null ? chain : [.. chain, trim],
            EndsWithTrim = trim is not null,
            Expects = [.. proposal.Untried.Expects.Select(expectation => expectation with { From = before, To = reached })],
            Evidence = [.. EvidenceIds(proposal).Select(id => EvidenceOf(id, Before, after)).OfType<Evidence>()],
            TriedFromSeconds = _excerpt.IsWholeTrack ? null : _excerpt.FromSeconds,
            TriedToSeconds = _excerpt.IsWholeTrack ? null : _excerpt.ToSeconds,
        };
}
