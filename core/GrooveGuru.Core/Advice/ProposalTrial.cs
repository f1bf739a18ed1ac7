using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice;

/// <summary>
/// Tries a proposal on audio: tunes its amount, renders it, measures again, and lets it pass only when the promised measure moved
/// as promised and nothing else broke.
/// </summary>
internal sealed class ProposalTrial
{
    // Less than half of the promise is not what was promised.
    private const double LeastShareOfPromise = 0.5;
    private const double SafeTruePeakDbtp = 0;
    private const double TruePeakToleranceDb = 0.1;
    private const double MonoSafeCorrelation = 0.1;
    private const double CorrelationTolerance = 0.05;
    private const double TrimStepDb = 0.1;

    private readonly Excerpt _excerpt;
    private readonly AdviceContext _before;
    private readonly Func<AudioBuffer, CancellationToken, TrackAnalysis> _remeasure;
    private readonly CancellationToken _cancellationToken;

    /// <param name="excerpt">What it is tried on.</param>
    /// <param name="before">What is measured on the excerpt as it is.</param>
    /// <param name="remeasure">Level, loudness and stereo of rendered audio.</param>
    /// <param name="cancellationToken">Ends the trial.</param>
    internal ProposalTrial(
        Excerpt excerpt,
        AdviceContext before,
        Func<AudioBuffer, CancellationToken, TrackAnalysis> remeasure,
        CancellationToken cancellationToken)
    {
        _excerpt = excerpt;
        _before = before;
        _remeasure = remeasure;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The recommendation with its evidence; null where it did not survive.</summary>
    internal Recommendation? Try(Proposal proposal)
    {
        Tuning tuning = proposal.Tuning;
        if (proposal.Untried.Domain != RecommendationDomain.Gain && MeasureInfo.Of(tuning.MeasureId).DependsOnLevel)
        {
            return null;
        }

        if (_before.Measure(tuning.MeasureId) is not double before
            || AmountTuner.Find(tuning, before, amount => Render(tuning.ChainFor(amount)).Measure(tuning.MeasureId))
                is not double amount)
        {
            return null;
        }

        IReadOnlyList<ProcessorSettings> chain = tuning.ChainFor(amount);
        AdviceContext after = Render(chain);
        if (TrimFor(after) is GainSettings trim)
        {
            chain = [.. chain, trim];
            after = Render(chain);
        }

        if (after.Measure(tuning.MeasureId) is not double reached
            || !KeepsPromise(before, tuning.Target, reached)
            || !BreaksNothing(after))
        {
            return null;
        }

        Recommendation untried = proposal.Untried;
        return untried with
        {
            Title = ChainText.Write(chain),
            Chain = chain,
            Expects = [.. untried.Expects.Select(expectation => expectation with { From = before, To = reached })],
            Evidence = [.. EvidenceIds(untried).Select(id => EvidenceOf(id, after)).OfType<Evidence>()],
            TriedFromSeconds = _excerpt.IsWholeTrack ? null : _excerpt.FromSeconds,
            TriedToSeconds = _excerpt.IsWholeTrack ? null : _excerpt.ToSeconds,
        };
    }

    private static IEnumerable<string> EvidenceIds(Recommendation untried) => untried.Expects
        .Select(expectation => expectation.FeatureId)
        .Concat(untried.Because.Select(reason => reason.FeatureId))
        .Append(MeasureIds.TruePeakDbtp)
        .Append(MeasureIds.IntegratedLufs)
        .Distinct();

    private static bool KeepsPromise(double before, double target, double reached) =>
        (reached - before) / (target - before) >= LeastShareOfPromise;

    private AdviceContext Render(IReadOnlyList<ProcessorSettings> chain)
    {
        AudioBuffer rendered = ChainRenderer.Render(_before.Audio, chain, _cancellationToken);
        return new AdviceContext(rendered, () => _remeasure(rendered, _cancellationToken), _cancellationToken);
    }

    // A boost must not be liked, nor clip, for being louder: what it adds over full scale is taken back.
    private GainSettings? TrimFor(AdviceContext after)
    {
        double limitDbtp = Math.Max(SafeTruePeakDbtp, _before.Measure(MeasureIds.TruePeakDbtp) ?? SafeTruePeakDbtp);
        double overDb = (after.Measure(MeasureIds.TruePeakDbtp) ?? limitDbtp) - limitDbtp;
        return overDb > TruePeakToleranceDb
            ? new GainSettings(GainSettings.GainRangeDb.Clamp(-Math.Ceiling(overDb / TrimStepDb) * TrimStepDb))
            : null;
    }

    private bool BreaksNothing(AdviceContext after)
    {
        double peakBefore = _before.Measure(MeasureIds.TruePeakDbtp) ?? SafeTruePeakDbtp;
        if (after.Measure(MeasureIds.TruePeakDbtp) > Math.Max(SafeTruePeakDbtp, peakBefore) + TruePeakToleranceDb
            || after.Measure(MeasureIds.ClippedSamples) > _before.Measure(MeasureIds.ClippedSamples))
        {
            return false;
        }

        double? correlationBefore = _before.Measure(FeatureIds.ChannelCorrelation);
        double? correlationAfter = after.Measure(FeatureIds.ChannelCorrelation);
        return correlationBefore is null
            || correlationAfter is null
            || correlationAfter >= Math.Min(MonoSafeCorrelation, correlationBefore.Value - CorrelationTolerance);
    }

    private Evidence? EvidenceOf(string measureId, AdviceContext after) =>
        _before.Measure(measureId) is double before && after.Measure(measureId) is double value
            ? new Evidence(measureId, before, value, MeasureInfo.Of(measureId).Unit)
            : null;
}
