using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A top end that is missing, or far too loud.</summary>
/// <remarks>
/// Missing: by the diagnosis, which knows how much top a sound of this kind has (drums more than a bass). Too loud: for full mixes,
/// against <see cref="TonalBalanceReference"/>; healthy development mixes with drums lie at 1.6 to 3.5 dB, with a shelf of +12 dB at
/// 11.8 to 13.7 dB.
/// </remarks>
public sealed class BrightnessRule : IAdviceRule
{
    /// <summary>Excess from which on a full mix is too bright, dB.</summary>
    public const double BrightDb = 7.5;

    /// <summary>Excess that is left of a top that is too loud, dB.</summary>
    public const double BrightTargetDb = 1.5;

    // Nothing 45 dB under the reference can be boosted into music: it is noise, or was cut off by a codec.
    private const double NothingThereDb = -45;
    private const double GraveDb = -5;

    // The top that is compared lies up to 14 kHz.
    private const int LeastRateHz = 32000;
    private const double DullShelfHz = 5000;
    private const double BrightShelfHz = 4000;
    private const double ShelfQ = 0.71;

    // The measured band begins in the middle of the shelf's slope: its mean moves by this share of the shelf's gain.
    private const double ShareOfShelf = 0.8;

    /// <inheritdoc/>
    public string Id => "eq.brightness";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Measure(MeasureIds.BrightnessExcessDb) is not double excessDb ? null
            : context.IsFullMix && excessDb >= BrightDb ? Darken(context, excessDb)
            : excessDb > NothingThereDb && context.Audio.SampleRateHz >= LeastRateHz && Suspicion.Of(context, FaultKind.DullTop) is Suspicion dull ? Brighten(dull, excessDb)
            : null;
    }

    private Proposal Brighten(Suspicion dull, double excessDb)
    {
        double boostDb = Math.Round(-2 * dull.Amount) / 2;
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Eq,
            dull.Priority(isGrave: dull.Amount <= GraveDb),
            dull.Chance,
            [dull.Because("The top end is quieter than the rest of the sound lets expect: it sounds dull, as if behind a curtain.")],
            excessDb,
            new Tuning
            {
                MeasureId = MeasureIds.BrightnessExcessDb,
                Target = excessDb + (ShareOfShelf * boostDb),
                MinAmount = 1.5,
                MaxAmount = boostDb,
                Step = 0.5,
                Guards = [dull.NotMore()],
                ChainFor = amountDb => [new ParametricEqSettings([new EqBand(EqBandKind.HighShelf, DullShelfHz, amountDb, ShelfQ)])],
            });
    }

    private Proposal Darken(AdviceContext context, double excessDb) => RuleProposal.Of(
        Id,
        RecommendationDomain.Eq,
        priority: 2,
        RuleConfidence.Of(excessDb - BrightDb, scale: 4, RuleConfidence.OfDuration(context.Analysis.DurationSeconds)),
        [
            RuleProposal.Because(
                MeasureIds.BrightnessExcessDb,
                excessDb,
                BrightDb,
                "The top end lies far over what most mixes have: it hisses, and tires the ear."),
        ],
        excessDb,
        new Tuning
        {
            MeasureId = MeasureIds.BrightnessExcessDb,
            Target = BrightTargetDb,
            MinAmount = 1,
            MaxAmount = 12,
            Step = 0.5,
            ChainFor = amountDb => [new ParametricEqSettings([new EqBand(EqBandKind.HighShelf, BrightShelfHz, -amountDb, ShelfQ)])],
        });
}
