using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>A wave that does not swing around zero: it eats headroom, and clicks where it is cut.</summary>
/// <remarks>Threshold: 40 dB under full scale, 1 %, by convention of restoration tools; a good converter stays under 0.1 %.</remarks>
public sealed class DcOffsetRule : IAdviceRule
{
    /// <summary>Offset from which on it speaks, dBFS.</summary>
    public const double ThresholdDbfs = -40;

    private const double TargetDbfs = -60;
    private const double CornerHz = 15;
    private const double CornerQ = 0.71;

    /// <inheritdoc/>
    public string Id => "gain.dc_offset";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Measure(MeasureIds.IntegratedLufs) is null
            || context.Measure(MeasureIds.DcOffsetDbfs) is not double offsetDbfs
            || offsetDbfs < ThresholdDbfs)
        {
            return null;
        }

        return RuleProposal.Of(
            Id,
            RecommendationDomain.Gain,
            priority: 2,
            RuleConfidence.Of(offsetDbfs - ThresholdDbfs, scale: 6),
            [
                RuleProposal.Because(
                    MeasureIds.DcOffsetDbfs,
                    offsetDbfs,
                    ThresholdDbfs,
                    "The wave does not swing around zero: that eats headroom and clicks at every cut. A high-pass far below the music takes it away."),
            ],
            offsetDbfs,
            new Tuning
            {
                MeasureId = MeasureIds.DcOffsetDbfs,
                Target = TargetDbfs,
                MinAmount = CornerHz,
                MaxAmount = CornerHz,
                Step = 1,
                ChainFor = cornerHz => [new ParametricEqSettings([new EqBand(EqBandKind.HighPass, cornerHz, 0, CornerQ)])],
            });
    }
}
