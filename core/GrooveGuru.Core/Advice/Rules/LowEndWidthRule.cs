using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A wide low end: uneven in a room, weaker in mono.</summary>
/// <remarks>
/// Threshold: 30 % of the energy below 120 Hz in the side, in a mix with real low end (mixes of the development set: 1 to 26 %). The ear hardly hears direction there,
/// and vinyl and club systems sum it.
/// </remarks>
public sealed class LowEndWidthRule : IAdviceRule
{
    /// <summary>Side share from which on it speaks, 0-1.</summary>
    public const double Threshold = 0.3;

    /// <summary>Low end under the reference by more than this is not worth the trouble, dB.</summary>
    public const double MinLowEndDb = -3;

    private const double MonoBelowHz = 120;

    /// <inheritdoc/>
    public string Id => "spatial.low_end_width";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.IsFullMix
            || context.Measure(MeasureIds.LowEndSideShare) is not double share
            || share < Threshold
            || context.Measure(MeasureIds.LowEndExcessDb) < MinLowEndDb)
        {
            return null;
        }

        return RuleProposal.Of(
            Id,
            RecommendationDomain.Spatial,
            priority: share > 0.4 ? 2 : 3,
            RuleConfidence.Of(share - Threshold, scale: 0.15, RuleConfidence.OfDuration(context.Analysis.DurationSeconds)),
            [
                RuleProposal.Because(
                    MeasureIds.LowEndSideShare,
                    share,
                    Threshold,
                    "Much of the low end differs between left and right: it is weaker in mono and uneven in a room."),
            ],
            share,
            new Tuning
            {
                MeasureId = MeasureIds.LowEndSideShare,
                Target = Threshold / 2.5,
                MinAmount = MonoBelowHz,
                MaxAmount = MonoBelowHz,
                Step = 1,
                ChainFor = amountHz => [new StereoWidthSettings(100, amountHz)],
            });
    }
}
