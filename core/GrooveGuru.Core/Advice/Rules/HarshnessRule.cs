using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A hump in the upper mids, where the ear is most sensitive.</summary>
/// <remarks>
/// 2.2 … 5.1 kHz against both sides, each relative to <see cref="TonalBalanceReference"/>: the ear canal's resonance (ISO 226:2003
/// is lowest there). The healthy development mixes lie at -5.7 to 0.1 dB, with a fault of +9 dB at 2.7 to 5.8 dB.
/// </remarks>
public sealed class HarshnessRule : IAdviceRule
{
    /// <summary>Excess from which on it speaks, dB.</summary>
    public const double ThresholdDb = 3.3;

    /// <summary>Excess that is left, dB.</summary>
    public const double TargetDb = 0;

    private const double BellQ = 1;

    /// <inheritdoc/>
    public string Id => "eq.harshness";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Character != MixCharacter.FullMix
            || context.Measure(MeasureIds.HarshnessExcessDb) is not double excessDb
            || excessDb < ThresholdDb)
        {
            return null;
        }

        double frequencyHz = Math.Round(context.Balance.Peak(2200, 5100).FrequencyHz / 50) * 50;
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Eq,
            priority: 2,
            RuleConfidence.Of(excessDb - ThresholdDb, scale: 3, RuleConfidence.OfDuration(context.Analysis.DurationSeconds)),
            [
                RuleProposal.Because(
                    MeasureIds.HarshnessExcessDb,
                    excessDb,
                    ThresholdDb,
                    "The upper mids stand out where the ear is most sensitive: the track sounds harsh and is soon tiring."),
            ],
            excessDb,
            new Tuning
            {
                MeasureId = MeasureIds.HarshnessExcessDb,
                Target = TargetDb,
                MinAmount = 1,
                MaxAmount = 9,
                Step = 0.5,
                ChainFor = amountDb =>
                    [new ParametricEqSettings([new EqBand(EqBandKind.Bell, frequencyHz, -amountDb, BellQ)])],
            });
    }
}
