using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Advice;

/// <summary>What no change may break, whatever it promises: peaks, clipping, mono, and the guards of its own.</summary>
internal static class Safeguards
{
    /// <summary>True peak up to which a change may rise, dBTP; where it was higher before, it may stay there.</summary>
    internal const double SafeTruePeakDbtp = -1;

    /// <summary>What a true peak may lie over its limit, dB.</summary>
    internal const double TruePeakToleranceDb = 0.1;

    // A channel correlation from here on is safe in mono; what was under it may not fall further.
    private const double MonoSafeCorrelation = 0.1;
    private const double CorrelationTolerance = 0.05;
    private const double MonoLossToleranceLu = 1;

    /// <summary>The true peak that a change of this audio may have, dBTP.</summary>
    internal static double PeakLimitDbtp(Take before) =>
        Math.Max(SafeTruePeakDbtp, before.Measure(MeasureIds.TruePeakDbtp) ?? SafeTruePeakDbtp);

    /// <summary>What a change breaks, as the end of a sentence ("it would cancel in mono"); null where nothing.</summary>
    /// <param name="before">The audio without the change.</param>
    /// <param name="after">The audio with it.</param>
    /// <param name="guards">What this change must leave alone.</param>
    internal static string? Broken(Take before, Take after, IEnumerable<Guard> guards) =>
        after.Measure(MeasureIds.TruePeakDbtp) > PeakLimitDbtp(before) + TruePeakToleranceDb ? "the true peak would rise too far"
        : after.Measure(MeasureIds.ClippedSamples) > before.Measure(MeasureIds.ClippedSamples) ? "more samples would clip"
        : LosesMono(before, after) ? "it would get lost in mono"
        : guards.FirstOrDefault(guard => !guard.Allows(after.Measure(guard.MeasureId))) is Guard broken
            ? $"{MeasureInfo.Of(broken.MeasureId).Name} would leave its bounds"
        : null;

    private static bool LosesMono(Take before, Take after)
    {
        if (before.Audio.ChannelCount != 2)
        {
            return false;
        }

        double? correlationBefore = before.Measure(FeatureIds.ChannelCorrelation);
        return after.Measure(FeatureIds.ChannelCorrelation) < Math.Min(MonoSafeCorrelation, (correlationBefore ?? 1) - CorrelationTolerance)
            || after.Measure(MeasureIds.MonoLossLu) > before.Measure(MeasureIds.MonoLossLu) + MonoLossToleranceLu;
    }
}
