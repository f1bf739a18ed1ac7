using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A long reverb over a fast track: every note rings into the next.</summary>
/// <remarks>
/// By the diagnosis, from <see cref="FastBpm"/> on: a slow track has time for a tail. The remedy after the fact is an expander that
/// lets attacks pass and turns down what rings between them; its release is a sixteenth note, so that it is done before the next beat.
/// </remarks>
public sealed class ReverbWashRule : IAdviceRule
{
    /// <summary>Tempo under which nothing is said, BPM.</summary>
    public const double FastBpm = 110;

    private const double AttackMs = 2;
    private const double Ratio = 2;
    private const double KneeDb = 6;

    // What reverb of a share has taken from the gaps of the development tracks, dB a percent.
    private const double FilledDbPerPercent = 0.2;

    /// <inheritdoc/>
    public string Id => "temporal.reverb_wash";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Suspicion.Of(context, FaultKind.ReverbWash) is not Suspicion wash
            || context.TempoBpm is not double tempoBpm
            || tempoBpm < FastBpm
            || context.Measure(MeasureIds.GapContrastDb) is not double contrastDb
            || context.Measure(FeatureIds.Rms) is not double rmsDb)
        {
            return null;
        }

        double releaseMs = Math.Round(Math.Clamp(NoteLength.Ms(NoteValue.Sixteenth, tempoBpm), 60, 160));
        double thresholdDb = ExpanderSettings.ThresholdRangeDb.Clamp(Math.Round(rmsDb));
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Temporal,
            wash.Priority(isGrave: false),
            wash.Chance,
            [
                wash.Because("At this tempo the room rings into the next note: rhythm and words blur. Best undone at the reverb: less of it, or a decay "
                    + "of no more than a beat. If it cannot be, expand what lies between the attacks."),
                RuleProposal.Because(FeatureIds.Tempo, tempoBpm, FastBpm, "Fast tracks leave a tail no time."),
            ],
            contrastDb,
            new Tuning
            {
                MeasureId = MeasureIds.GapContrastDb,
                Target = contrastDb + Math.Max(1, FilledDbPerPercent * wash.Amount),
                MinAmount = 1,
                MaxAmount = 12,
                Step = 0.5,
                ChainFor = rangeDb => [new ExpanderSettings(thresholdDb, Ratio, AttackMs, releaseMs, KneeDb, rangeDb)],
            });
    }
}
