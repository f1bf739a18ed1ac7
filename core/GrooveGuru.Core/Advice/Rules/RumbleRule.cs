using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>Noise below what is played: footsteps, traffic, air conditioning, a shaken stand.</summary>
/// <remarks>
/// By the diagnosis: it goes on in the rests, and does not move with what is played. The remedy is a high-pass of 24 dB per octave
/// (Butterworth, as two bands) as low as it may be: until as much is gone down there as never rests.
/// </remarks>
public sealed class RumbleRule : IAdviceRule
{
    private const double WorthADb = -30;
    private const double GraveDb = -16;
    private const double LowestHz = 25;
    private const double HighestHz = 80;
    private const double HighestOfLowTracksHz = 55;

    // From this share on nothing else is down there, as well as it can be measured; then nearly all of it may go.
    private const double NothingElseShare = 0.8;
    private const double LeastLeft = 0.01;

    private static readonly double[] ButterworthQs = [0.541, 1.307];

    /// <inheritdoc/>
    public string Id => "eq.rumble";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Suspicion.Of(context, FaultKind.SubRumble) is not Suspicion rumble
            || context.Measure(MeasureIds.SubLevelDb) is not double subDb
            || context.Measure(MeasureIds.SteadySubShare) is not double steadyShare
            || steadyShare <= 0)
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
                Target = subDb - RemovedDb(steadyShare),
                MinAmount = LowestHz,
                MaxAmount = playsLow ? HighestOfLowTracksHz : HighestHz,
                Step = 1,
                Guards = [rumble.Less()],
                ChainFor = cornerHz =>
                    [new ParametricEqSettings([.. ButterworthQs.Select(q => new EqBand(EqBandKind.HighPass, cornerHz, 0, q))])],
            });
    }

    // What goes when the rumble goes, and the music down there stays.
    private static double RemovedDb(double steadyShare) => -10 * Math.Log10(steadyShare < NothingElseShare ? 1 - steadyShare : LeastLeft);
}
