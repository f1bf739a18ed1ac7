using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A stereo mix that is nearly mono.</summary>
/// <remarks>
/// Threshold: a side of 2 % of the energy (17 dB under the mid); development mixes have 12 to 25 %. Two identical channels have
/// nothing to widen and are left alone: width control cannot make what is not there.
/// </remarks>
public sealed class NarrowRule : IAdviceRule
{
    /// <summary>Width under which it speaks, 0-1.</summary>
    public const double Threshold = 0.02;

    /// <summary>Width under which there is nothing to widen, 0-1.</summary>
    public const double NothingThere = 0.0005;

    /// <summary>Width to reach, 0-1.</summary>
    public const double Target = 0.06;

    /// <inheritdoc/>
    public string Id => "spatial.narrow";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Character != MixCharacter.FullMix
            || context.Audio.ChannelCount != 2
            || context.Measure(FeatureIds.StereoWidth) is not double width
            || width >= Threshold
            || width < NothingThere)
        {
            return null;
        }

        return RuleProposal.Of(
            Id,
            RecommendationDomain.Spatial,
            priority: 3,
            RuleConfidence.Of(Math.Log2(Threshold / width), scale: 2),
            [
                RuleProposal.Because(
                    FeatureIds.StereoWidth,
                    width,
                    Threshold,
                    "Nearly everything sits in the middle: there is no room around the instruments."),
            ],
            width,
            new Tuning
            {
                MeasureId = FeatureIds.StereoWidth,
                Target = Math.Min(Target, 3.8 * width),
                MinAmount = 20,
                MaxAmount = 100,
                Step = 5,
                ChainFor = amountPercent => [new StereoWidthSettings(100 + amountPercent, 0)],
            });
    }
}
