using System.Globalization;
using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Reports;

/// <summary>The sentences of a recommendation, made from its data.</summary>
public static class RecommendationText
{
    /// <summary>What stands under the title: why, and what came out when it was tried.</summary>
    public static string Write(Recommendation recommendation)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        return string.Join(
            ' ',
            new[] { Why(recommendation), Tried(recommendation) }
                .Where(sentence => sentence.Length > 0));
    }

    /// <summary>What to do, as in the title: "Cut 3.0 dB at 220 Hz (Q 1.2), then turn down by 1.5 dB".</summary>
    /// <returns>A sentence without its full stop; "Change nothing" for an empty chain.</returns>
    public static string Action(IReadOnlyList<ProcessorSettings> chain) => ChainText.Write(chain);

    /// <summary>Why: the measured causes with their thresholds; empty without causes.</summary>
    public static string Why(Recommendation recommendation)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        IEnumerable<string> causes = recommendation.Because.Select(reason =>
        {
            MeasureInfo info = MeasureInfo.Of(reason.FeatureId);
            return $"{reason.Meaning} (Measured: {info.Name} {info.Write(reason.Measured)}, "
                + $"limit {info.Write(reason.Threshold)}.)";
        });
        return recommendation.Because.Count == 0 ? string.Empty : $"Why: {string.Join(' ', causes)}";
    }

    /// <summary>What was measured when it was tried; empty without evidence.</summary>
    public static string Tried(Recommendation recommendation)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        IEnumerable<string> measures = recommendation.Evidence.Select(evidence =>
        {
            MeasureInfo info = MeasureInfo.Of(evidence.FeatureId);
            return $"{info.Name} {info.Write(evidence.Before)} -> {info.Write(evidence.After)}";
        });
        return recommendation.Evidence.Count == 0 ? string.Empty : $"We tried it{Where(recommendation)}: {string.Join(", ", measures)}.";
    }

    // The causes are of the whole track: without the place the same measure would seem to have two values.
    private static string Where(Recommendation recommendation) =>
        recommendation is { TriedFromSeconds: double fromSeconds, TriedToSeconds: double toSeconds }
            ? $" on {Clock(fromSeconds)} to {Clock(toSeconds)}"
            : string.Empty;

    private static string Clock(double seconds)
    {
        long whole = (long)Math.Round(seconds);
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 60}:{whole % 60:00}");
    }
}
