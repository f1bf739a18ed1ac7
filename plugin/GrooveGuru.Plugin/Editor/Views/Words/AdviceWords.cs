using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor.Views.Widgets;

namespace GrooveGuru.Plugin.Editor.Views.Words;

/// <summary>Recommendations in words.</summary>
internal static class AdviceWords
{
    /// <summary>Under this, a recommendation is no more than an idea.</summary>
    public const double SureEnough = 0.5;

    private const string ChancePrefix = "chance_";

    /// <summary>How urgent.</summary>
    public static string Priority(int priority) => priority switch { 1 => "Fix first", 2 => "Worth doing", _ => "Taste" };

    /// <summary>The colour of an urgency.</summary>
    public static Ink PriorityInk(int priority) => priority switch { 1 => Ink.Bad, 2 => Ink.Warn, _ => Ink.Dim };

    /// <summary>How sure, in a word.</summary>
    public static string Confidence(double confidence) => confidence switch
    {
        >= 0.9 => "Nearly certain",
        >= 0.7 => "Likely",
        >= SureEnough => "Probable",
        >= 0.25 => "Perhaps",
        _ => "A guess",
    };

    /// <summary>What the user or a second hearing said to it, with its colour; null while it is open.</summary>
    public static (string Text, Ink Ink)? Status(RecommendationStatus status) => status switch
    {
        RecommendationStatus.TriedByUser => ("Done: play it again to have it measured", Ink.Good),
        RecommendationStatus.Confirmed => ("Done, and confirmed by measuring again", Ink.Good),
        RecommendationStatus.Improved => ("Better than last time, not as far as promised", Ink.Good),
        RecommendationStatus.Unchanged => ("Unchanged since last time", Ink.Warn),
        RecommendationStatus.Worse => ("Worse than last time", Ink.Bad),
        RecommendationStatus.Dismissed => ("Dismissed", Ink.Dim),
        _ => null,
    };

    /// <summary>Whether something is still to be done about it.</summary>
    public static bool IsOpen(Recommendation recommendation) =>
        recommendation.Status is not (RecommendationStatus.TriedByUser or RecommendationStatus.Confirmed or RecommendationStatus.Dismissed);

    /// <summary>The recommendations in the order of what to do first: open before settled, then urgency, then how sure.</summary>
    public static IReadOnlyList<Recommendation> Ordered(TrackReport report) =>
    [
        .. report.Recommendations.OrderBy(item => IsOpen(item) ? 0 : 1).ThenBy(item => item.Priority).ThenByDescending(item => item.Confidence),
    ];

    /// <summary>Whether no recommendation is sure enough to say that something is wrong.</summary>
    public static bool IsNothingWrong(TrackReport report) =>
        !report.HasNotJudged && !report.Recommendations.Any(item => item.Confidence >= SureEnough);

    /// <summary>The processors of a recommendation as text to paste: one line each.</summary>
    public static string ParametersToCopy(Recommendation recommendation) => string.Join(
        '\n',
        recommendation.Chain.Select(Processor).Prepend(recommendation.Title));

    /// <summary>A processor with its parameters in one line: "Gain -0.8 dB", "Compressor: Threshold -18 dB, Ratio 3:1".</summary>
    public static string Processor(ProcessorSettings processor) => processor.Displayed is [{ } only] && only.Name == processor.Name
        ? $"{only.Name} {only.Value}"
        : $"{processor.Name}: {string.Join(", ", processor.Displayed.Select(parameter => $"{parameter.Name} {parameter.Value}"))}";

    /// <summary>A cause with its numbers, for a tooltip: what it means, what was measured or judged, the limit.</summary>
    public static string Cause(Reason reason)
    {
        // A chance comes from a model: it is judged, not measured.
        bool isJudged = reason.FeatureId.StartsWith(ChancePrefix, StringComparison.Ordinal);
        string value = NumberWords.WithUnit(reason.Measured, reason.Unit), limit = NumberWords.WithUnit(reason.Threshold, reason.Unit);
        string told = isJudged ? $"told from {limit} on" : $"limit {limit}";
        return $"{reason.Meaning}\n{(isJudged ? "Judged" : "Measured")}: {MeasureName(reason)} {value}, {told}.";
    }

    /// <summary>Where it was tried: "on 1:26 to 1:56" or "on the whole track".</summary>
    public static string TriedOn(Recommendation recommendation) =>
        recommendation is { HasTriedFromSeconds: true, HasTriedToSeconds: true }
            ? $"on {NumberWords.Clock(recommendation.TriedFromSeconds)} to {NumberWords.Clock(recommendation.TriedToSeconds)}"
            : "on the whole track";

    /// <summary>What evidence says; made from its fields where a bridge sent no words.</summary>
    public static string EvidencePhrase(Evidence evidence) => Sentence(evidence.Text.Length > 0
        ? evidence.Text
        : $"{FeatureWords.Plain(evidence.FeatureId)} {NumberWords.WithUnit(evidence.Before, evidence.Unit)} before, "
            + $"{NumberWords.WithUnit(evidence.After, evidence.Unit)} after");

    private static string MeasureName(Reason reason) => reason.Name.Length > 0 ? reason.Name : FeatureWords.Plain(reason.FeatureId);

    private static string Sentence(string phrase) => phrase.Length == 0 ? phrase : char.ToUpperInvariant(phrase[0]) + phrase[1..];
}
