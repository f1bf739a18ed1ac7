using System.Globalization;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>The lines of advice that terminal and page have in common.</summary>
internal static class AdviceText
{
    private const double LikelyConfidence = Core.Advice.Recommendation.LikelyConfidence;

    /// <summary>How urgent and how sure: "worth doing, 70 % sure", "possible, 20 % likely".</summary>
    public static string Urgency(Recommendation recommendation)
    {
        bool isLikely = recommendation.Confidence >= LikelyConfidence;
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

    /// <summary>A step of the whole chain in one line, with why it stands there.</summary>
    public static string Step(ChainStep step) =>
        $"{step.Action}{(step.RecommendationId.Length > 0 ? $" [{step.RecommendationId}]" : "")}. {step.Because}";
}
