using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A mix whose top is missing, or far too loud.</summary>
/// <remarks>
/// Against <see cref="TonalBalanceReference"/>. The healthy development mixes with drums lie at 1.6 to 3.5 dB, with a shelf of
/// -12 dB at -8.5 to -6.5 dB, with one of +12 dB at 11.8 to 13.7 dB. The top of a song goes with the level of its percussion (Elowsson
/// and Friberg 2017), hence the percussion asked for before a mix is called dull: without drums an orchestra is dark and right.
/// </remarks>
public sealed class BrightnessRule : IAdviceRule
{
    /// <summary>Deficit from which on a mix is dull, dB.</summary>
    public const double DullDb = -5.5;

    /// <summary>Excess from which on a mix is too bright, dB.</summary>
    public const double BrightDb = 7.5;

    /// <summary>Deviation that is left, dB, in the direction it had.</summary>
    public const double TargetDb = 1.5;

    /// <summary>Share of percussive energy below which a dark mix is left alone.</summary>
    public const double MinPercussiveRatio = 0.15;

    // Nothing 30 dB under the reference can be boosted into music: it is noise, or was cut off by a codec.
    private const double NothingThereDb = -30;
    private const double ShelfHz = 4000;
    private const double ShelfQ = 0.71;

    /// <inheritdoc/>
    public string Id => "eq.brightness";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Character != MixCharacter.FullMix || context.Measure(MeasureIds.BrightnessExcessDb) is not double excessDb)
        {
            return null;
        }

        bool dull = excessDb <= DullDb;
        if ((!dull && excessDb < BrightDb)
            || (dull && excessDb < NothingThereDb)
            || (dull && !(context.Measure(FeatureIds.PercussiveRatio) >= MinPercussiveRatio)))
        {
            return null;
        }

        double threshold = dull ? DullDb : BrightDb;
        double over = Math.Abs(excessDb - threshold);
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Eq,
            priority: 2,
            RuleConfidence.Of(over, scale: 4, RuleConfidence.OfDuration(context.Analysis.DurationSeconds)),
            [
                RuleProposal.Because(
                    MeasureIds.BrightnessExcessDb,
                    excessDb,
                    threshold,
                    dull
                        ? "The top end lies far under what most mixes have: the track sounds dull, as if behind a curtain."
                        : "The top end lies far over what most mixes have: it hisses, and tires the ear."),
            ],
            excessDb,
            new Tuning
            {
                MeasureId = MeasureIds.BrightnessExcessDb,
                Target = dull ? -TargetDb : TargetDb,
                MinAmount = 1,
                MaxAmount = 12,
                Step = 0.5,
                ChainFor = amountDb =>
                    [new ParametricEqSettings([new EqBand(EqBandKind.HighShelf, ShelfHz, dull ? amountDb : -amountDb, ShelfQ)])],
            });
    }
}
