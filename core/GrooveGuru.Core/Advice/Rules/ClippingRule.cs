using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Rules;

/// <summary>Peaks cut off flat, at full scale or where they were before somebody turned the track down.</summary>
/// <remarks>
/// By the diagnosis, and by count in any case: more than 5 samples at full scale a minute in runs, and more than 8 in all; a single
/// touch of full scale is inaudible. Samples over full scale are still whole, and are turned down before something cuts them. Else the
/// remedy rebuilds the peaks, and turns down as far as they rise, to -1 dBTP (EBU R 128);
/// better still is to record or bounce again from a lower level, and the advice says so.
/// </remarks>
public sealed class ClippingRule : IAdviceRule
{
    /// <summary>Flattened samples in all up to which nothing is said by count.</summary>
    public const double MaxSamples = 8;

    /// <summary>Flattened samples a minute up to which nothing is said by count.</summary>
    public const double MaxSamplesPerMinute = 5;

    // Just under the flat tops, so that a rounding or a filter's ripple does not hide them.
    private const double UnderTopsDb = 0.2;
    private const double LeastRiseDb = 3;

    /// <inheritdoc/>
    public string Id => "gain.clipping";

    /// <inheritdoc/>
    public Proposal? Propose(AdviceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        double clipped = context.Analysis.Extended.ClippedSamples;
        double limit = Math.Max(MaxSamples, MaxSamplesPerMinute * context.Analysis.DurationSeconds / 60);
        double chance = context.Diagnosis.Chance(FaultKind.Clipping);
        double confidence = clipped > limit ? Math.Max(chance, RuleConfidence.Of(clipped - limit, scale: 100)) : chance;
        if (confidence < Suspicion.LeastChance || context.Measure(MeasureIds.TruePeakDbtp) is not double truePeakDbtp)
        {
            return null;
        }

        double topDbfs = 20 * Math.Log10(Math.Max(1e-6, HighestSample(context)));
        double riseDb = Math.Clamp(Math.Round(Math.Max(LeastRiseDb, context.Diagnosis.Amount(FaultKind.Clipping) + 1)), 1, DeclipperSettings.MaxRiseRangeDb.Max);
        bool isOver = topDbfs - UnderTopsDb > DeclipperSettings.ThresholdRangeDbfs.Max;
        Tuning tuning = isOver ? TruePeakRule.TurnDown(truePeakDbtp) : Rebuild(topDbfs, riseDb, hasRoom: truePeakDbtp <= TruePeakRule.SafeDbtp);
        return RuleProposal.Of(
            Id,
            RecommendationDomain.Gain,
            new Suspicion(FaultKind.Clipping, confidence, riseDb).Priority(isGrave: true),
            confidence,
            [
                RuleProposal.Because(
                    clipped > limit ? MeasureIds.ClippedSamples : MeasureIds.Chance(FaultKind.Clipping),
                    clipped > limit ? clipped : chance,
                    clipped > limit ? limit : Suspicion.Likely,
                    isOver
                        ? "Samples lie over full scale: a converter or a file of whole numbers cuts them off flat, which sounds like crackle or grit."
                        : "Peaks are cut off flat, which sounds like crackle or grit. Best recorded or bounced again from a lower level; if that "
                        + "cannot be, the declipper rebuilds the peaks and the gain makes room for them."),
            ],
            tuning.MeasureId == MeasureIds.TruePeakDbtp ? truePeakDbtp : chance,
            tuning);
    }

    // Where somebody turned it down after it was clipped the peak need not come down: what is promised is that it sounds clipped no more.
    private static Tuning Rebuild(double topDbfs, double riseDb, bool hasRoom)
    {
        double thresholdDbfs = DeclipperSettings.ThresholdRangeDbfs.Clamp(topDbfs - UnderTopsDb);
        double downDb = Math.Clamp(Math.Ceiling(10 * (topDbfs + riseDb - TruePeakRule.SafeDbtp)) / 10, 0.1, -DeclipperSettings.OutputRangeDb.Min);
        return new Tuning
        {
            MeasureId = hasRoom ? MeasureIds.Chance(FaultKind.Clipping) : MeasureIds.TruePeakDbtp,
            Target = hasRoom ? 0 : TruePeakRule.SafeDbtp,
            MinAmount = downDb,
            MaxAmount = downDb,
            Step = 0.1,
            AroundPeak = true,
            ChainFor = amountDb => [new DeclipperSettings(thresholdDbfs, riseDb, -amountDb)],
        };
    }

    private static float HighestSample(AdviceContext context) =>
        context.Audio.Channels.Max(samples => samples.Where(Audio.FiniteSamples.IsSample).Select(Math.Abs).DefaultIfEmpty(0).Max());
}
