namespace GrooveGuru.Core.Advice.Rules;

/// <summary>Samples flattened at full scale.</summary>
/// <remarks>
/// Threshold, by convention: more than 5 flattened samples a minute, and more than 8 in all; a single touch of full scale is
/// inaudible. What is flattened cannot be restored by turning down, and the advice says so. Target: -1 dBTP, EBU R 128.
/// </remarks>
public sealed class ClippingRule : IAdviceRule
{
    /// <summary>Flattened samples in all up to which nothing is said.</summary>
    public const double MaxSamples = 8;

    /// <summary>Flattened samples a minute up to which nothing is said.</summary>
    public const double MaxSamplesPerMinute = 5;

    /// <inheritdoc/>
    public string Id => "gain.clipping";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        double clipped = context.Analysis.Extended.ClippedSamples;
        double threshold = Math.Max(MaxSamples, MaxSamplesPerMinute * context.Analysis.DurationSeconds / 60);
        if (clipped <= threshold || context.Measure(MeasureIds.TruePeakDbtp) is not double truePeakDbtp)
        {
            return null;
        }

        return RuleProposal.Of(
            Id,
            RecommendationDomain.Gain,
            priority: 1,
            RuleConfidence.Of(clipped - threshold, scale: 100),
            [
                RuleProposal.Because(
                    MeasureIds.ClippedSamples,
                    clipped,
                    threshold,
                    "Peaks are cut off flat, which sounds like crackle or grit. Turning down here keeps the level from clipping further "
                    + "on; what is already flat stays flat, so turn down what comes before and record or bounce it again."),
            ],
            truePeakDbtp,
            TruePeakRule.TurnDown(truePeakDbtp));
    }
}
