using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A hump in the upper mids, where the ear is most sensitive.</summary>
/// <remarks>By the diagnosis. Why there: the ear canal's resonance (ISO 226:2003 is lowest at 3 to 4 kHz).</remarks>
public sealed class HarshnessRule : IAdviceRule
{
    private const double GraveDb = 5;

    // What is compared with the upper mids lies up to 14 kHz; a telephone's is not there.
    private const int LeastRateHz = 22050;
    private const double UsualHz = 3800;
    private const double BellQ = 1.2;

    // The measure's mean over the band, and over its neighbours, moves by this share of the bell's gain.
    private const double ShareOfBell = 0.55;

    /// <inheritdoc/>
    public string Id => "eq.harshness";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Audio.SampleRateHz < LeastRateHz
            || Suspicion.Of(context, FaultKind.HarshUpperMids) is not Suspicion harsh
            || context.Measure(MeasureIds.HarshnessExcessDb) is not double excessDb)
        {
            return null;
        }

        double cutDb = Math.Round(2 * harsh.Amount) / 2;
        double frequencyHz = RuleProposal.Between(UsualHz, context.Balance.Peak(2500, 5500).FrequencyHz, step: 50);
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Eq,
            harsh.Priority(isGrave: harsh.Amount >= GraveDb),
            harsh.Chance,
            [harsh.Because("The upper mids stand out where the ear is most sensitive: it sounds harsh and is soon tiring.")],
            excessDb,
            new Tuning
            {
                MeasureId = MeasureIds.HarshnessExcessDb,
                Target = excessDb - (ShareOfBell * cutDb),
                MinAmount = 1.5,
                MaxAmount = cutDb,
                Step = 0.5,
                Guards = [harsh.NotMore()],
                ChainFor = amountDb => [new ParametricEqSettings([new EqBand(EqBandKind.Bell, frequencyHz, -amountDb, BellQ)])],
            });
    }
}
