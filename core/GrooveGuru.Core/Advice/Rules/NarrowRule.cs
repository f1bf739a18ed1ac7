using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A stereo track that is narrower than its sound lets expect, or mono although it has two channels.</summary>
/// <remarks>
/// By the diagnosis. Where a side is left it is turned up; where there is none, a short room makes one (a width control cannot make
/// what is not there). The width of a track with a room is the median of the development tracks with a side.
/// </remarks>
public sealed class NarrowRule : IAdviceRule
{
    /// <summary>Width under which there is nothing to turn up, 0–1.</summary>
    public const double NothingThere = 0.0003;

    private const double MostGain = 4;
    private const double UsualWidth = 0.06;
    private const double RoomSeconds = 0.5;
    private const double RoomPreDelayMs = 12;

    /// <inheritdoc/>
    public string Id => "spatial.narrow";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Audio.ChannelCount != 2
            || Suspicion.Of(context, FaultKind.NarrowImage) is not Suspicion narrow
            || context.Measure(FeatureIds.StereoWidth) is not double width)
        {
            return null;
        }

        bool isMono = width < NothingThere;
        double gain = Math.Min(MostGain, Math.Pow(10, -narrow.Amount / 20));
        bool isOneSource = context.Role is TrackRole.Bass or TrackRole.Vocal or TrackRole.Lead;
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Spatial,
            isOneSource ? 3 : narrow.Priority(isGrave: false),
            narrow.Chance,
            [
                narrow.Because(isMono
                    ? "Both channels are the same: there is no room around the sound. A single source may well be mono; several want a place each."
                    : "The side is quieter than the rest of the sound lets expect: there is little room around the sound."),
            ],
            width,
            isMono
                ? new Tuning
                {
                    MeasureId = FeatureIds.StereoWidth,
                    Target = UsualWidth,
                    MinAmount = 4,
                    MaxAmount = 40,
                    Step = 1,
                    Guards = [narrow.NotMore()],
                    ChainFor = mixPercent => [new ReverbSettings(RoomSeconds, 0.7, 6000, 20, RoomPreDelayMs, 150, 12000, 100, mixPercent)],
                }
                : new Tuning
                {
                    MeasureId = FeatureIds.StereoWidth,
                    Target = StereoShare.AfterSide(width, gain),
                    MinAmount = 20,
                    MaxAmount = Math.Max(20, Math.Round(100 * (gain - 1) / 5) * 5),
                    Step = 5,
                    Guards = [narrow.NotMore()],
                    ChainFor = morePercent => [new StereoWidthSettings(100 + morePercent, 0)],
                });
    }
}
