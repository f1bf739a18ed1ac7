using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>Peaks so close to the average that nothing stands out any more.</summary>
/// <remarks>
/// Threshold: crest factor under 9 dB together with a peak-to-loudness ratio under 9 LU; healthy development mixes have 14 dB and
/// more, and the loudness war is what brought single digits (Vickers 2010, AES 129). What was crushed is best undone where it was
/// done; the chain is the nearest that can be done after it, an upward expansion of what is left of the peaks.
/// </remarks>
public sealed class OverCompressionRule : IAdviceRule
{
    /// <summary>Crest factor under which it may speak, dB.</summary>
    public const double CrestDb = 9;

    /// <summary>Peak-to-loudness ratio under which it may speak, LU.</summary>
    public const double PeakToLoudnessLu = 9;

    private const double RegainedDb = 1.5;
    private const double AttackMs = 1;
    private const double ReleaseMs = 30;
    private const double KneeDb = 6;

    /// <inheritdoc/>
    public string Id => "compression.over_compressed";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Character is not (MixCharacter.FullMix or MixCharacter.Percussion)
            || context.Measure(FeatureIds.CrestFactor) is not double crestDb
            || context.Measure(FeatureIds.Rms) is not double rmsDb
            || context.Measure(MeasureIds.PeakToLoudnessLu) is not double peakToLoudnessLu
            || crestDb >= CrestDb
            || peakToLoudnessLu >= PeakToLoudnessLu)
        {
            return null;
        }

        double thresholdDb = CompressorSettings.ThresholdRangeDb.Clamp(Math.Round(rmsDb));
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Compression,
            priority: 2,
            RuleConfidence.Of(CrestDb - crestDb, scale: 2, RuleConfidence.OfDuration(context.Analysis.DurationSeconds)),
            [
                RuleProposal.Because(
                    FeatureIds.CrestFactor,
                    crestDb,
                    CrestDb,
                    "The peaks hardly rise over the average: drums lose their punch and the track sounds flat and loud all the time. "
                    + "Best undone where it was done: ease the compressor or limiter before this. If you cannot, expand upwards."),
                RuleProposal.Because(
                    MeasureIds.PeakToLoudnessLu, peakToLoudnessLu, PeakToLoudnessLu, "True peak and loudness say the same."),
            ],
            crestDb,
            new Tuning
            {
                MeasureId = FeatureIds.CrestFactor,
                Target = crestDb + RegainedDb,
                MinAmount = 0.1,
                MaxAmount = 1,
                Step = 0.05,
                ChainFor = amount => [Expansion(amount, thresholdDb, crestDb)],
            });
    }

    // The amount is what a dB over the threshold gains; the level above it is taken back so that the peaks stay where they are.
    private static CompressorSettings Expansion(double amount, double thresholdDb, double crestDb) => new(
        thresholdDb,
        CompressorSettings.RatioRange.Clamp(1 / (1 + amount)),
        AttackMs,
        ReleaseMs,
        KneeDb,
        CompressorSettings.MakeupRangeDb.Clamp(-Math.Round(amount * crestDb)));
}
