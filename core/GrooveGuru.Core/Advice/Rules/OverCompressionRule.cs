using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>Peaks so close to the average that nothing stands out any more.</summary>
/// <remarks>
/// By the diagnosis; why it matters: Vickers 2010, "The loudness war", AES 129. What was crushed is best undone where it was done; the chain is the
/// nearest that can be done after it, an upward expansion of what is left of the peaks.
/// </remarks>
public sealed class OverCompressionRule : IAdviceRule
{
    private const double WallRatio = 10;
    private const double AttackMs = 0.1;
    private const double ReleaseMs = 80;
    private const double KneeDb = 6;

    /// <inheritdoc/>
    public string Id => "compression.over_compressed";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Suspicion.Of(context, FaultKind.OverCompression) is not Suspicion squeezed
            || context.Measure(FeatureIds.CrestFactor) is not double crestDb
            || context.Measure(FeatureIds.Rms) is not double rmsDb
            || context.Measure(MeasureIds.PeakToLoudnessLu) is not double peakToLoudnessLu)
        {
            return null;
        }

        double thresholdDb = CompressorSettings.ThresholdRangeDb.Clamp(Math.Round(rmsDb + 1));
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Compression,
            squeezed.Priority(isGrave: squeezed.Amount >= WallRatio),
            squeezed.Chance,
            [
                squeezed.Because("The peaks hardly rise over the average: drums lose their punch and the track sounds flat and loud all the time. "
                    + "Best undone where it was done: ease the compressor or limiter before this. If you cannot, expand upwards."),
            ],
            peakToLoudnessLu,
            new Tuning
            {
                MeasureId = MeasureIds.PeakToLoudnessLu,
                Target = peakToLoudnessLu + LostDb(squeezed.Amount),
                MinAmount = 0.1,
                MaxAmount = 3,
                Step = 0.05,
                ChainFor = amount => [Expansion(amount, thresholdDb, crestDb)],
            });
    }

    // What squeezing has taken from the crest factor and the peak-to-loudness ratio of 450 development tracks on average: 2.4 dB by
    // ratios of 4 and 8, 5.0 dB by a wall, which counts as 16.
    private static double LostDb(double ratio) => 2.4 + (2.6 * Math.Clamp((ratio - 8) / 8, 0, 1));

    // The amount is what a dB over the threshold gains; the level above it is taken back so that the peaks stay where they are.
    private static CompressorSettings Expansion(double amount, double thresholdDb, double crestDb) => new(
        thresholdDb,
        CompressorSettings.RatioRange.Clamp(1 / (1 + amount)),
        AttackMs,
        ReleaseMs,
        KneeDb,
        CompressorSettings.MakeupRangeDb.Clamp(-Math.Round(amount * crestDb)));
}
