using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor.Views.Widgets;

namespace GrooveGuru.Plugin.Editor.Views.Words;

/// <summary>Recommendations in words.</summary>
internal static class AdviceWords
{
    private const string ChancePrefix = "chance_";

    /// <summary>How urgent.</summary>
    public static string Priority(int priority) => priority switch { 1 => "Fix first", 2 => "Worth doing", _ => "Taste" };

    /// <summary>The colour of an urgency.</summary>
    public static Ink PriorityInk(int priority) => priority switch { 1 => Ink.Bad, 2 => Ink.Warn, _ => Ink.Dim };

    /// <summary>How sure, in a word. Where likely begins is decided by the bridge.</summary>
    public static string Confidence(Recommendation recommendation) => recommendation switch
    {
        { Likely: true, Confidence: >= 0.9 } => "Nearly certain",
        { Likely: true, Confidence: >= 0.7 } => "Likely",
        { Likely: true } => "Probable",
        { Confidence: >= 0.25 } => "Perhaps",
        _ => "A guess",
    };

    /// <summary>What the user or a second hearing said to it, with its colour; null while it is open.</summary>
    public static (string Text, Ink Ink)? Status(RecommendationStatus status) => status switch
    {
        RecommendationStatus.TriedByUser => ("Done: play the track again to have it measured", Ink.Good),
        RecommendationStatus.Confirmed => ("Done, and it measures better now", Ink.Good),
        RecommendationStatus.Improved => ("Better than last time, but not all the way yet", Ink.Good),
        RecommendationStatus.Unchanged => ("Measures the same as last time", Ink.Warn),
        RecommendationStatus.Worse => ("Measures worse than last time", Ink.Bad),
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

    /// <summary>How many are likely and still to be done.</summary>
    public static int LikelyCount(TrackReport report) => report.Recommendations.Count(item => item.Likely && IsOpen(item));

    /// <summary>The bridge's verdict: its first sentence, and what follows it.</summary>
    public static (string Title, string Text) Verdict(TrackReport report)
    {
        string text = report.VerdictText.Trim();
        if (report.Verdict == AdviceVerdict.NotJudged)
        {
            return ("Not judged", text);
        }

        int end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? (text.TrimEnd('.'), "") : (text[..end], text[(end + 2)..]);
    }

    /// <summary>What it changes, as short as it goes: its processors without the gain that only makes before and after equally loud.</summary>
    public static string KeySettings(Recommendation recommendation) => string.Join(
        "  ·  ",
        recommendation.Chain.Take(recommendation.Chain.Count - (recommendation.EndsWithTrim ? 1 : 0)).Select(ShortProcessor));

    // What a value is by itself needs no name: "Parametric EQ: Low shelf, 250 Hz, -4.0 dB, Q 0.71".
    private static string ShortProcessor(ProcessorSettings processor) => processor.Displayed is [{ } only] && only.Name == processor.Name
        ? Processor(processor)
        : $"{processor.Name}: {string.Join(", ", processor.Displayed.Select(parameter => parameter.Name is "Type" or "Frequency" or "Gain" ? parameter.Value : $"{parameter.Name} {parameter.Value}"))}";

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
        return isJudged
            ? $"{reason.Meaning}\nJudged from the sound of the whole track: {MeasureName(reason)} {value}; it is mentioned from {limit} on."
            : $"{reason.Meaning}\nMeasured on the whole track: {MeasureName(reason)} {value}; the limit is {limit}.";
    }

    /// <summary>Where it was tried: "on 1:26 to 1:56" or "on the whole track".</summary>
    public static string TriedOn(Recommendation recommendation) =>
        recommendation is { HasTriedFromSeconds: true, HasTriedToSeconds: true }
            ? $"on {NumberWords.Clock(recommendation.TriedFromSeconds)} to {NumberWords.Clock(recommendation.TriedToSeconds)}"
            : "on the whole track";

    /// <summary>
    /// What evidence says, before → after in one line: "True peak 0.5 dBTP → -3.6 dBTP"; made from its fields where a bridge sent no words.
    /// </summary>
    public static string EvidencePhrase(Evidence evidence)
    {
        const string before = " before, ", after = " after";
        string text = evidence.Text;
        return text.Length == 0
            ? FeatureWords.Capital($"{FeatureWords.Plain(evidence.FeatureId)} {NumberWords.WithUnit(evidence.Before, evidence.Unit)} → {NumberWords.WithUnit(evidence.After, evidence.Unit)}")
            : FeatureWords.Capital(text.EndsWith(after, StringComparison.Ordinal) && text.Contains(before, StringComparison.Ordinal)
                ? text[..^after.Length].Replace(before, " → ", StringComparison.Ordinal)
                : text);
    }

    /// <summary>What became of advice, in a word.</summary>
    public static string StatusWord(RecommendationStatus status) => status switch
    {
        RecommendationStatus.Confirmed => "Confirmed",
        RecommendationStatus.TriedByUser => "Tried",
        RecommendationStatus.Improved => "Improved",
        RecommendationStatus.Worse => "Worse",
        RecommendationStatus.Unchanged => "Unchanged",
        RecommendationStatus.Dismissed => "Dismissed",
        _ => "Open",
    };

    /// <summary>What a second hearing said, without the word at its beginning that stands beside it.</summary>
    public static string WithoutWord(FollowUp item)
    {
        string word = StatusWord(item.Status) + ": ";
        return item.Text.StartsWith(word, StringComparison.Ordinal) ? FeatureWords.Capital(item.Text[word.Length..]) : item.Text;
    }

    private static string MeasureName(Reason reason) => reason.Name.Length > 0 ? reason.Name : FeatureWords.Plain(reason.FeatureId);
}
