using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A mix with drums whose level jumps so far that its quiet parts get lost.</summary>
/// <remarks>
/// Threshold: a loudness range over 15 LU, by convention: popular music mostly lies under 10 (EBU Tech 3342 describes the measure);
/// orchestral music has more and is left alone by asking for percussion and a pulse. Release from the tempo: an eighth note, so that the gain is back for the next beat.
/// </remarks>
public sealed class WideDynamicsRule : IAdviceRule
{
    /// <summary>Loudness range from which on it speaks, LU.</summary>
    public const double ThresholdLu = 15;

    /// <summary>Share of percussive energy below which dynamics are left alone.</summary>
    public const double MinPercussiveRatio = 0.25;

    private const double MinTempoConfidence = 0.3;
    private const double AttackMs = 20;
    private const double KneeDb = 9;
    private const double MinDurationSeconds = 20;

    /// <inheritdoc/>
    public string Id => "compression.wide_dynamics";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.IsFullMix
            || context.Analysis.DurationSeconds < MinDurationSeconds
            || context.Measure(MeasureIds.RangeLu) is not double rangeLu
            || rangeLu < ThresholdLu
            || context.Measure(MeasureIds.IntegratedLufs) is not double lufs
            || !(context.Measure(FeatureIds.PercussiveRatio) >= MinPercussiveRatio)
            || context.Analysis.Features.Find(FeatureIds.Tempo) is not { Value: > 0 } tempo
            || tempo.Confidence < MinTempoConfidence)
        {
            return null;
        }

        double releaseMs = Math.Round(Math.Clamp(30000 / tempo.Value.Value, 80, 400));
        double thresholdDb = CompressorSettings.ThresholdRangeDb.Clamp(Math.Round(lufs - 6));
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Compression,
            priority: 3,
            RuleConfidence.Of(rangeLu - ThresholdLu, scale: 4, tempo.Confidence ?? 1),
            [
                RuleProposal.Because(
                    MeasureIds.RangeLu,
                    rangeLu,
                    ThresholdLu,
                    "Loud and quiet parts lie so far apart that the quiet ones get lost in a car or on a phone."),
            ],
            rangeLu,
            new Tuning
            {
                MeasureId = MeasureIds.RangeLu,
                Target = rangeLu - Math.Min(6, rangeLu - ThresholdLu + 2),
                MinAmount = 0.5,
                MaxAmount = 3,
                Step = 0.25,
                ChainFor = amount => [new CompressorSettings(thresholdDb, 1 + amount, AttackMs, releaseMs, KneeDb, 0)],
            });
    }
}
