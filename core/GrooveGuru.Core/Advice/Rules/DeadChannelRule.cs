using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A stereo track of which one channel is silent: a broken cable, a mono source on a stereo track.</summary>
/// <remarks>Threshold: 40 dB between the channels; a hard-panned source beside a room still leaves 30.</remarks>
public sealed class DeadChannelRule : IAdviceRule
{
    /// <summary>Difference of the channels from which on it speaks, dB.</summary>
    public const double ThresholdDb = 40;

    private const double Confidence = 0.95;

    /// <inheritdoc/>
    public string Id => "spatial.dead_channel";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Measure(MeasureIds.IntegratedLufs) is null
            || context.Measure(MeasureIds.ChannelBalanceDb) is not double balanceDb
            || Math.Abs(balanceDb) < ThresholdDb)
        {
            return null;
        }

        return RuleProposal.Of(
            Id,
            RecommendationDomain.Spatial,
            priority: 1,
            Confidence,
            [
                RuleProposal.Because(
                    MeasureIds.ChannelBalanceDb,
                    balanceDb,
                    Math.CopySign(ThresholdDb, balanceDb),
                    $"The {(balanceDb > 0 ? "right" : "left")} channel is silent. Check the cable and the routing; a mono source belongs in the middle."),
            ],
            balanceDb,
            new Tuning
            {
                MeasureId = MeasureIds.ChannelBalanceDb,
                Target = 0,
                MinAmount = 1,
                MaxAmount = 1,
                Step = 1,
                ChainFor = _ => [new StereoWidthSettings(0, 0)],
            });
    }
}
