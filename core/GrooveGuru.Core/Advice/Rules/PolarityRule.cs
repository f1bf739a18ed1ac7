using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>Two channels that work against each other: in mono they cancel.</summary>
/// <remarks>
/// By the diagnosis, which knows that the low end of both channels moves together; and under a correlation of -0.3 in any case. Wide
/// mixes stay over 0 and vague ones around it (any correlation meter's scale); what lies far under it is an inverted channel, a
/// swapped lead, or an effect that only exists in stereo.
/// </remarks>
public sealed class PolarityRule : IAdviceRule
{
    /// <summary>Correlation under which it speaks in any case.</summary>
    public const double Threshold = -0.3;

    /// <inheritdoc/>
    public string Id => "spatial.polarity";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Audio.ChannelCount != 2 || context.Measure(FeatureIds.ChannelCorrelation) is not double correlation || correlation >= 0)
        {
            return null;
        }

        double chance = context.Diagnosis.Chance(FaultKind.FlippedPolarity);
        double confidence = correlation < Threshold ? Math.Max(chance, RuleConfidence.Of(Threshold - correlation, scale: 0.3)) : chance;
        if (confidence < Suspicion.LeastChance)
        {
            return null;
        }

        return RuleProposal.Of(
            Id,
            RecommendationDomain.Spatial,
            new Suspicion(FaultKind.FlippedPolarity, confidence, 0).Priority(isGrave: true),
            confidence,
            [
                RuleProposal.Because(
                    FeatureIds.ChannelCorrelation,
                    correlation,
                    0,
                    "Left and right move against each other: on a mono speaker, a phone or a club system they cancel."),
            ],
            correlation,
            new Tuning
            {
                MeasureId = FeatureIds.ChannelCorrelation,
                Target = -correlation,
                MinAmount = 1,
                MaxAmount = 1,
                Step = 1,
                ChainFor = _ => [new StereoWidthSettings(100, 0, InvertRight: true)],
            });
    }
}
