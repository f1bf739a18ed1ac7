using System.Globalization;
using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Reports;

/// <summary>The sentences of a recommendation, made from its data.</summary>
public static class RecommendationText
{
    // Loudness that differs by less is the same to any ear, LU.
    private const double EqualLoudnessLu = 0.15;

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
        return Tried(
            recommendation.Evidence, recommendation.TriedFromSeconds, recommendation.TriedToSeconds, recommendation.Domain != RecommendationDomain.Gain);
    }

    /// <summary>What was measured when something was tried: "Tried on 0:30 to 1:00: low end 6.1 dB over the reference before, 2.0 dB over after."</summary>
    /// <param name="evidence">The measures; what was promised first.</param>
    /// <param name="fromSeconds">Where the part begins, s; null for the whole track.</param>
    /// <param name="toSeconds">Where it ends, s; null for the whole track.</param>
    /// <param name="matched">Whether before and after were to be equally loud.</param>
    /// <returns>One sentence, or two where loudness could not be matched; empty without evidence.</returns>
    public static string Tried(IReadOnlyList<Evidence> evidence, double? fromSeconds, double? toSeconds, bool matched)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (evidence.Count == 0)
        {
            return string.Empty;
        }

        string where = fromSeconds is double from && toSeconds is double to ? $"on {Clock(from)} to {Clock(to)}" : "on the whole track";
        Evidence? loudness = matched ? evidence.FirstOrDefault(measure => measure.FeatureId == MeasureIds.IntegratedLufs) : null;
        double differenceLu = loudness is null ? 0 : loudness.After - loudness.Before;
        bool equal = loudness is not null && Math.Abs(differenceLu) < EqualLoudnessLu;
        IEnumerable<string> measures = evidence
            .Where(measure => !equal || measure.FeatureId != MeasureIds.IntegratedLufs)
            .Select(EvidenceText.Write);
        string sentence = $"Tried {where}{(equal ? ", equally loud" : "")}: {string.Join("; ", measures)}.";
        return loudness is null || equal ? sentence : string.Create(
            CultureInfo.InvariantCulture,
            $"{sentence} It comes out {Math.Abs(differenceLu):0.0} LU {(differenceLu < 0 ? "quieter" : "louder")}: {(differenceLu < 0 ? "at equal loudness the true peak would rise too far" : "the trim ends there")}.");
    }

    private static string Clock(double seconds)
    {
        long whole = (long)Math.Round(seconds);
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 60}:{whole % 60:00}");
    }
}
