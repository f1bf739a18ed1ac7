using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>Too much below 160 Hz for a mix: boom.</summary>
/// <remarks>
/// Against <see cref="TonalBalanceReference"/>. The healthy development mixes with drums lie at -2.1 to 1.2 dB; with a fault of +9 dB
/// at 5.0 to 8.3 dB. The threshold lies between. A healthy mix without drums reaches 10 dB. Drums are a kick in the low end: the percussive share from 40 to 120 Hz is 0.26 to 0.58 in development mixes
/// with drums and 0.04 in the one without. It is a share within the band that is raised, so that no fault hides it: with +6 to +18 dB
/// it stays within 0.25 to 0.61, while the share in all of the sound falls with the fault. Full mixes only: a bass or a cello is not boomy for being low.
/// </remarks>
public sealed class LowEndBuildUpRule : IAdviceRule
{
    /// <summary>Excess of the low end from which on it speaks, dB.</summary>
    public const double LowEndThresholdDb = 4.5;

    /// <summary>Added for a mix without drums, for which the reference was not made, dB.</summary>
    public const double WithoutDrumsDb = 7;

    /// <summary>Share of percussive energy in the low end from which on there are drums.</summary>
    public const double MinLowEndPercussiveShare = 0.06;

    // What is left: what the healthy development mixes have at most.
    private const double TargetDb = 1;

    // More than this is no longer mixing advice but another recording.
    private const double MaxCutDb = 9;

    // What the largest cut can take from the mean of the band, dB: no more than that is promised.
    private const double ReachDb = 7.5;
    private const double ShelfQ = 0.71;
    private const double VeryMuchOverDb = 6;

    /// <inheritdoc/>
    public string Id => "eq.low_end_build_up";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.IsFullMix || context.Measure(MeasureIds.LowEndExcessDb) is not double lowDb)
        {
            return null;
        }

        double allowanceDb = context.Measure(MeasureIds.LowEndPercussiveShare) >= MinLowEndPercussiveShare ? 0 : WithoutDrumsDb;
        double overDb = lowDb - LowEndThresholdDb - allowanceDb;
        if (overDb < 0)
        {
            return null;
        }

        double frequencyHz = Math.Round(ShelfFrequencyHz(context.Balance) / 5) * 5;
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Eq,
            priority: overDb > VeryMuchOverDb ? 1 : 2,
            RuleConfidence.Of(overDb, scale: 4, RuleConfidence.OfDuration(context.Analysis.DurationSeconds)),
            [
                RuleProposal.Because(
                    MeasureIds.LowEndExcessDb,
                    lowDb,
                    lowDb - overDb,
                    "The low end is much louder than in most mixes: it booms, and hides the bass line and the kick's attack."),
            ],
            lowDb,
            new Tuning
            {
                MeasureId = MeasureIds.LowEndExcessDb,
                Target = Math.Max(TargetDb, lowDb - ReachDb),
                MinAmount = 1,
                MaxAmount = MaxCutDb,
                Step = 0.5,
                ChainFor = amountDb => [new ParametricEqSettings([new EqBand(EqBandKind.LowShelf, frequencyHz, -amountDb, ShelfQ)])],
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
