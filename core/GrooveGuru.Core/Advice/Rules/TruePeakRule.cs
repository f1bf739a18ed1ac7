using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>Peaks between the samples that come too close to full scale.</summary>
/// <remarks>Threshold and target: -1 dBTP, EBU R 128 and AES TD1008. Above 0 dBTP a converter or an encoder will clip.</remarks>
public sealed class TruePeakRule : IAdviceRule
{
    /// <summary>The highest true peak that is safe to deliver, dBTP.</summary>
    public const double SafeDbtp = -1;

    // A tenth of a dB is within what two meters differ by.
    private const double ToleranceDb = 0.1;

    /// <inheritdoc/>
    public string Id => "gain.true_peak";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Measure(MeasureIds.TruePeakDbtp) is not double truePeakDbtp || truePeakDbtp <= SafeDbtp + ToleranceDb)
        {
            return null;
        }

        return RuleProposal.Of(
            Id,
            RecommendationDomain.Gain,
            priority: truePeakDbtp > 0 ? 2 : 3,
            RuleConfidence.Of(truePeakDbtp - SafeDbtp, scale: 1),
            [
                RuleProposal.Because(
                    MeasureIds.TruePeakDbtp,
                    truePeakDbtp,
                    SafeDbtp,
                    "Between the samples the wave rises so far that a converter or an encoder (MP3, streaming) may clip."),
            ],
            truePeakDbtp,
            TurnDown(truePeakDbtp));
    }

    /// <summary>A gain that brings the true peak to the safe level.</summary>
    internal static Tuning TurnDown(double truePeakDbtp) => new()
    {
        MeasureId = MeasureIds.TruePeakDbtp,
        Target = SafeDbtp,
        MinAmount = 0.1,
        MaxAmount = Math.Clamp(Math.Ceiling(2 * (truePeakDbtp - SafeDbtp)) / 2, 0.5, 40),
        Step = 0.1,
        ChainFor = amountDb => [new GainSettings(-amountDb)],
    };
}
