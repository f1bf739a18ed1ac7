using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>Too much below 400 Hz for a mix: boom under 160 Hz, or mud in the low mids.</summary>
/// <remarks>
/// Against <see cref="TonalBalanceReference"/>. Songs scatter around it by 3 to 4 dB in the low bands (Pestana et al. 2013), so the
/// threshold lies at about one and a half of that. Full mixes only: a bass or a cello is not boomy for being low.
/// </remarks>
public sealed class LowEndBuildUpRule : IAdviceRule
{
    /// <summary>Excess from which on it speaks, dB.</summary>
    public const double ThresholdDb = 5.5;

    /// <summary>Excess that is left, dB.</summary>
    public const double TargetDb = 2;

    private const double BellQ = 0.9;
    private const double ShelfQ = 0.71;

    /// <inheritdoc/>
    public string Id => "eq.low_end_build_up";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Character != MixCharacter.FullMix)
        {
            return null;
        }

        double lowDb = context.Measure(MeasureIds.LowEndExcessDb) ?? 0;
        double lowMidDb = context.Measure(MeasureIds.LowMidExcessDb) ?? 0;
        bool boom = lowDb >= lowMidDb;
        double excessDb = Math.Max(lowDb, lowMidDb);
        if (excessDb < ThresholdDb)
        {
            return null;
        }

        double frequencyHz = boom ? ShelfFrequencyHz(context.Balance) : context.Balance.Peak(150, 420).FrequencyHz;
        frequencyHz = Math.Round(frequencyHz / 5) * 5;
        string measureId = boom ? MeasureIds.LowEndExcessDb : MeasureIds.LowMidExcessDb;
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Eq,
            priority: excessDb > 2 * ThresholdDb ? 1 : 2,
            RuleConfidence.Of(excessDb - ThresholdDb, scale: 4, RuleConfidence.OfDuration(context.Analysis.DurationSeconds)),
            [
                RuleProposal.Because(
                    measureId,
                    excessDb,
                    ThresholdDb,
                    boom
                        ? "The low end is much louder than in most mixes: it booms, and hides the bass line and the kick's attack."
                        : "The low mids pile up: voices and guitars sound muddy and far away."),
            ],
            excessDb,
            new Tuning
            {
                MeasureId = measureId,
                Target = TargetDb,
                MinAmount = 1,
                MaxAmount = 12,
                Step = 0.5,
                ChainFor = amountDb =>
                [
                    new ParametricEqSettings(
                    [
                        boom
                            ? new EqBand(EqBandKind.LowShelf, frequencyHz, -amountDb, ShelfQ)
                            : new EqBand(EqBandKind.Bell, frequencyHz, -amountDb, BellQ),
                    ]),
                ],
            });
    }

    // A shelf's frequency is where half of its gain is left: where the excess falls to half of its peak.
    private static double ShelfFrequencyHz(TonalBalanceDeviation balance)
    {
        (double peakHz, double peakDb) = balance.Peak(40, 160);
        for (int band = 0; band < balance.CentresHz.Count; band++)
        {
            if (balance.CentresHz[band] > peakHz && balance.DeviationDb[band] < peakDb / 2)
            {
                return Math.Clamp(balance.CentresHz[band], 80, 250);
            }
        }

        return 150;
    }
}
