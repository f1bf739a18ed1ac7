using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>Low mids that pile up: mud around 300 Hz.</summary>
/// <remarks>By the diagnosis, which knows how much of them a sound of this kind has.</remarks>
public sealed class LowMidRule : IAdviceRule
{
    private const double GraveDb = 6;
    private const double UsualHz = 300;
    private const double BellQ = 1;

    // The mean over 160 to 410 Hz moves by this share of the bell's gain.
    private const double ShareOfBell = 0.75;

    /// <inheritdoc/>
    public string Id => "eq.low_mids";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Suspicion.Of(context, FaultKind.MuddyLowMids) is not Suspicion mud || context.Measure(MeasureIds.LowMidExcessDb) is not double excessDb)
        {
            return null;
        }

        double cutDb = Math.Round(2 * mud.Amount) / 2;
        double frequencyHz = RuleProposal.Between(UsualHz, context.Balance.Peak(180, 480).FrequencyHz, step: 5);
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Eq,
            mud.Priority(isGrave: mud.Amount >= GraveDb),
            mud.Chance,
            [mud.Because("The low mids are louder than the rest of the sound lets expect: it sounds muddy and far away.")],
            excessDb,
            new Tuning
            {
                MeasureId = MeasureIds.LowMidExcessDb,
                Target = excessDb - (ShareOfBell * cutDb),
                MinAmount = 1.5,
                MaxAmount = cutDb,
                Step = 0.5,
                Guards = [mud.NotMore()],
                ChainFor = amountDb => [new ParametricEqSettings([new EqBand(EqBandKind.Bell, frequencyHz, -amountDb, BellQ)])],
            });
    }
}
