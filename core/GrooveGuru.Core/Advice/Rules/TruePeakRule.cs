using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>Peaks between the samples that come too close to full scale.</summary>
/// <remarks>Threshold and target: -1 dBTP, EBU R 128 and AES TD1008. Above 0 dBTP a converter or an encoder will clip.</remarks>
public sealed class TruePeakRule : IAdviceRule
{
    /// <summary>The highest true peak that is safe to deliver, dBTP.</summary>
    public const double SafeDbtp = -1;

    // Within what two meters differ by, and not seen in one decimal.
    private const double ToleranceDb = 0.05;

    // Over full scale something clips for sure; under it, many masters are meant to be there.
    private const double OverFullScale = 0.5;
    private const double UnderFullScale = 0.2;

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
            truePeakDbtp > 0 ? OverFullScale : UnderFullScale,
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
    internal static Tuning TurnDown(double truePeakDbtp)
    {
        // Gain moves a peak by just itself: there is nothing to search for.
        double amountDb = Math.Clamp(Math.Ceiling(10 * (truePeakDbtp - SafeDbtp)) / 10, 0.1, -GainSettings.GainRangeDb.Min);
        return new Tuning
        {
            MeasureId = MeasureIds.TruePeakDbtp,
            // Far over full scale one gain does not reach the safe level; what it can do is promised, and no more.
            Target = Math.Max(SafeDbtp, truePeakDbtp - amountDb),
            MinAmount = amountDb,
            MaxAmount = amountDb,
            Step = 0.1,
            AroundPeak = true,
            ChainFor = amountDb => [new GainSettings(-amountDb)],
        };
    }
}
