using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A side so loud that the middle gets weak, and mono weaker.</summary>
/// <remarks>By the diagnosis.</remarks>
public sealed class WideImageRule : IAdviceRule
{
    private const double SidePercent = 60;

    /// <inheritdoc/>
    public string Id => "spatial.wide";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Audio.ChannelCount != 2
            || Suspicion.Of(context, FaultKind.WideImage) is not Suspicion wide
            || context.Measure(FeatureIds.StereoWidth) is not double width
            || width <= 0)
        {
            return null;
        }

        double target = StereoShare.AfterSide(width, SidePercent / 100);
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Spatial,
            wide.Priority(isGrave: false),
            wide.Chance,
            [wide.Because("The side is louder than the rest of the sound lets expect: the middle gets weak, and the track shrinks in mono.")],
            width,
            new Tuning
            {
                MeasureId = FeatureIds.StereoWidth,
                Target = target,
                MinAmount = 10,
                MaxAmount = 100 - SidePercent,
                Step = 5,
                Guards = [wide.NotMore()],
                ChainFor = lessPercent => [new StereoWidthSettings(100 - lessPercent, 0)],
            });
    }
}
