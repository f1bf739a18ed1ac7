using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.FollowUps;

namespace GrooveGuru.Core.Reports;

/// <summary>What became of earlier advice, as a sentence.</summary>
public static class FollowUpText
{
    /// <summary>The sentence: "Confirmed: cut 3.0 dB at 220 Hz. Low mids 6.2 dB over the reference before, 3.0 dB promised, 2.9 dB now."</summary>
    public static string Write(FollowUp item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Promise promise = item.Promise;
        string action = promise.Title.Length > 0 ? char.ToLowerInvariant(promise.Title[0]) + promise.Title[1..] : promise.RecommendationId;
        string name = EvidenceText.Name(promise.MeasureId);
        string numbers = item.Now is double now
            ? $" {char.ToUpperInvariant(name[0])}{name[1..]}: {EvidenceText.Value(promise.MeasureId, promise.From)} then, "
                + $"{Plain(promise.MeasureId, promise.To)} promised, {Plain(promise.MeasureId, now)} now."
            : "";
        return $"{Word(item.Status)}: {action}.{numbers}";
    }

    /// <summary>A status as a word: "Confirmed".</summary>
    public static string Word(RecommendationStatus status) => status switch
    {
        RecommendationStatus.TriedByUser => "Tried",
        RecommendationStatus.Confirmed => "Confirmed",
        RecommendationStatus.Dismissed => "Dismissed",
        RecommendationStatus.Improved => "Improved",
        RecommendationStatus.Unchanged => "Unchanged",
        RecommendationStatus.Worse => "Worse",
        _ => "Open",
    };

    // The reference is named once.
    private static string Plain(string measureId, double value) =>
        EvidenceText.Value(measureId, value).Split(" the reference")[0].Split(" their surroundings")[0];
}
