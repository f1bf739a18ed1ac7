using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A bass without overtones: on a phone or a laptop it is not there.</summary>
/// <remarks>
/// Small speakers play little under 250 Hz; the ear hears the pitch from overtones above (the missing fundamental: Schouten 1940).
/// Threshold: under nine tenths of the development basses (<see cref="RoleNorms"/>). An idea rather than a fault, hence its low confidence.
/// </remarks>
public sealed class BassOvertonesRule : IAdviceRule
{
    private const double LeastRoleConfidence = 0.5;
    private const double MixPercent = 40;
    private const double RaisedDb = 4;

    /// <inheritdoc/>
    public string Id => "saturation.bass_overtones";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Role != TrackRole.Bass
            || context.RoleConfidence < LeastRoleConfidence
            || RoleNorms.Of(TrackRole.Bass, MeasureIds.OvertonesDb) is not RoleNorm norm
            || context.Measure(MeasureIds.OvertonesDb) is not double overtonesDb
            || overtonesDb >= norm.Low)
        {
            return null;
        }

        return RuleProposal.Of(
            Id,
            RecommendationDomain.Saturation,
            priority: 3,
            RuleConfidence.OfIdea,
            [
                RuleProposal.Because(
                    MeasureIds.OvertonesDb,
                    overtonesDb,
                    norm.Low,
                    "Nearly all of this bass lies where small speakers play nothing: on a phone it is gone. Saturation adds overtones by which the ear finds it."),
            ],
            overtonesDb,
            new Tuning
            {
                MeasureId = MeasureIds.OvertonesDb,
                Target = Math.Min(norm.Median, overtonesDb + RaisedDb),
                MinAmount = 3,
                MaxAmount = 24,
                Step = 0.5,
                ChainFor = driveDb => [new SaturatorSettings(driveDb, MixPercent, 0)],
            });
    }
}
