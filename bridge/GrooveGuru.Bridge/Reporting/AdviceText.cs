using System.Globalization;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>The lines of advice that terminal and page have in common.</summary>
internal static class AdviceText
{
    /// <summary>Over the verdict and what is likely.</summary>
    public const string LikelyHeading = "What to change";

    /// <summary>Over what is possible only.</summary>
    public const string PossibleHeading = "To compare by ear";

    private const double LikelyConfidence = Core.Advice.Recommendation.LikelyConfidence;

    /// <summary>Over the whole chain, which is one of possibilities where nothing is likely.</summary>
    public static string ChainHeading(TrackReport report) =>
        report.Recommendations.Any(IsLikely) ? "As one chain" : "The possible changes as one chain, to compare by ear";

    /// <summary>The recommendations that are likely, or those that are not, each with its place in the whole list, from 1.</summary>
    public static IEnumerable<(int Place, Recommendation Advice)> Group(TrackReport report, bool likely) =>
        report.Recommendations.Select((advice, index) => (index + 1, advice)).Where(pair => IsLikely(pair.advice) == likely);

    /// <summary>How urgent and how sure: "worth doing, 70 % sure", "possible, 20 % likely".</summary>
    public static string Urgency(Recommendation recommendation)
    {
        bool isLikely = IsLikely(recommendation);
        string priority = recommendation.Priority switch { 1 => "fix first", 2 => "worth doing", _ => isLikely ? "a matter of taste" : "possible" };
        string heard = recommendation.Status switch
        {
            RecommendationStatus.Improved => ", improved since last time",
            RecommendationStatus.Unchanged => ", unchanged since last time",
            RecommendationStatus.Worse => ", worse than last time",
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{priority}, {recommendation.Confidence:P0} {(isLikely ? "sure" : "likely")}{heard}");
    }

    /// <summary>A processor with its parameters as a DAW shows them: "Parametric EQ: Type Bell, Frequency 220 Hz…", "Gain -0.8 dB".</summary>
    public static string Processor(ProcessorSettings processor)
    {
        string[] parameters = [.. processor.Displayed.Select(parameter => $"{parameter.Name} {parameter.Value}")];
        return processor.Displayed is [{ Name: var only }] && only == processor.Name
            ? parameters[0]
            : $"{processor.Name}: {string.Join(", ", parameters)}";
    }

    /// <summary>The processors of a recommendation, one line each.</summary>
    public static IEnumerable<string> Chain(Recommendation recommendation)
    {
        for (int index = 0; index < recommendation.Chain.Count; index++)
        {
            bool trims = recommendation.EndsWithTrim && index == recommendation.Chain.Count - 1;
            yield return Processor(recommendation.Chain[index]) + (trims ? " (only to make before and after equally loud)" : "");
        }
    }

    /// <summary>Whether nothing but the level changes, so that before and after would be one and the same at equal loudness.</summary>
    /// <param name="chain">What changes, in signal order.</param>
    public static bool ChangesOnlyLevel(IEnumerable<ProcessorSettings> chain)
    {
        ProcessorSettings[] processors = [.. chain];
        return processors.Length > 0
            && Array.TrueForAll(processors, processor => processor.ProcessorCase == ProcessorSettings.ProcessorOneofCase.Gain);
    }

    /// <summary>A step of the whole chain in one line, with why it stands there: "Cut 3.0 dB at 220 Hz (2). Cuts come early…".</summary>
    public static string Step(ChainStep step, TrackReport report) => $"{step.Action}{Source(step, report)}. {step.Because}";

    /// <summary>
    /// Which recommendation a step comes from, by its place in the list: " (2)"; its cause in words where it is not there, nothing for the
    /// gain that makes before and after equally loud.
    /// </summary>
    public static string Source(ChainStep step, TrackReport report)
    {
        string id = step.RecommendationId;
        int place = report.Recommendations.TakeWhile(advice => advice.Id != id).Count() + 1;
        return id.Length == 0 ? ""
            : place > report.Recommendations.Count ? $" (for: {id[(id.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace('_', ' ')})"
            : string.Create(CultureInfo.InvariantCulture, $" ({place})");
    }

    private static bool IsLikely(Recommendation recommendation) => recommendation.Confidence >= LikelyConfidence;
}
