using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>Noise below what is played: footsteps, traffic, air conditioning, a shaken stand.</summary>
/// <remarks>
/// By the diagnosis: it goes on in the rests, and does not move with what is played. The remedy is a high-pass of 48 dB per octave
/// (Butterworth, as four bands) as low as it may be.
/// </remarks>
public sealed class RumbleRule : IAdviceRule
{
    private const double WorthADb = -30;
    private const double GraveDb = -16;
    private const double LowestHz = 30;
    private const double HighestHz = 60;
    private const double HighestOfLowTracksHz = 48;

    // What is left of it, against the track: no more than that is heard.
    private const double LeftDb = -34;

    private static readonly double[] ButterworthQs = [0.51, 0.6, 0.9, 2.56];

    /// <inheritdoc/>
    public string Id => "eq.rumble";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Suspicion.Of(context, FaultKind.SubRumble) is not Suspicion rumble || context.Measure(MeasureIds.SubLevelDb) is not double subDb)
        {
            return null;
        }

        bool playsLow = context.Role is Semantics.Roles.TrackRole.Bass or Semantics.Roles.TrackRole.Drums or Semantics.Roles.TrackRole.FullMix;
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Eq,
            rumble.Priority(isGrave: rumble.Amount >= GraveDb),
            rumble.Chance,
            [rumble.Because(WorthADb, "Below what is played there is noise that never rests: it eats headroom and makes speakers and limiters work for nothing.")],
            subDb,
            new Tuning
            {
                MeasureId = MeasureIds.SubLevelDb,
                Target = subDb - Math.Max(3, rumble.Amount - LeftDb),
                MinAmount = LowestHz,
                MaxAmount = playsLow ? HighestOfLowTracksHz : HighestHz,
                Step = 1,
                Guards = [rumble.Less()],
                ChainFor = cornerHz =>
                    [new ParametricEqSettings([.. ButterworthQs.Select(q => new EqBand(EqBandKind.HighPass, cornerHz, 0, q))])],
            });
    }
}
