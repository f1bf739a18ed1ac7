using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>Noise below what is played: footsteps, traffic, air conditioning, a shaken stand.</summary>
/// <remarks>
/// By the diagnosis: it goes on in the rests, and does not move with what is played. The remedy is the high-pass after which the spectrum
/// lies nearest to that of the music alone (<see cref="RumbleFilter"/>).
/// </remarks>
public sealed class RumbleRule : IAdviceRule
{
    private const double GraveDb = -16;

    /// <inheritdoc/>
    public string Id => "eq.rumble";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Suspicion.Of(context, FaultKind.SubRumble) is not Suspicion rumble
            || context.Measure(MeasureIds.SubLevelDb) is not double subDb
            || RumbleFilter.Choose(context.Spectrum, context.SteadyLows) is not RumbleFilter filter)
        {
            return null;
        }

        return RuleProposal.Of(
            Id,
            RecommendationDomain.Eq,
            rumble.Priority(isGrave: rumble.Amount >= GraveDb),
            rumble.Chance,
            [rumble.Because("Below what is played there is noise that never rests: it eats headroom and makes speakers and limiters work for nothing.")],
            subDb,
            new Tuning
            {
                MeasureId = MeasureIds.SubLevelDb,
                Target = subDb - filter.SubCutDb,
                MinAmount = filter.CornerHz,
                MaxAmount = filter.CornerHz,
                Step = 1,
                Guards = [rumble.NotMore()],
                ChainFor = cornerHz => [new ParametricEqSettings(filter.Bands(cornerHz))],
            });
    }
}
