using System.Globalization;
using GrooveGuru.Core.Advice;

namespace GrooveGuru.Core.Reports;

/// <summary>What all advice on a track comes to, and the sentence that says it.</summary>
public static class VerdictText
{
    /// <summary>The verdict.</summary>
    /// <param name="recommendations">What was given.</param>
    /// <param name="notJudged">Why not all could be judged; null where it could, and where there is advice.</param>
    public static AdviceVerdict Of(IReadOnlyList<Recommendation> recommendations, string? notJudged)
    {
        ArgumentNullException.ThrowIfNull(recommendations);
        return recommendations.Count == 0 ? (notJudged is null ? AdviceVerdict.NothingToFix : AdviceVerdict.NotJudged)
            : recommendations.Any(given => given.IsLikely) ? AdviceVerdict.SomethingToFix
            : AdviceVerdict.NothingClearlyWrong;
    }

    /// <summary>The verdict as one or two sentences for a musician.</summary>
    /// <param name="recommendations">What was given.</param>
    /// <param name="notJudged">Why not all could be judged; null where it could, and where there is advice.</param>
    public static string Write(IReadOnlyList<Recommendation> recommendations, string? notJudged)
    {
        ArgumentNullException.ThrowIfNull(recommendations);
        int likely = recommendations.Count(given => given.IsLikely);
        int possible = recommendations.Count - likely;
        return Of(recommendations, notJudged) switch
        {
            AdviceVerdict.NotJudged => notJudged!,
            AdviceVerdict.NothingToFix => "Nothing to fix: no measure is out of line on this track.",
            AdviceVerdict.NothingClearlyWrong => string.Create(
                CultureInfo.InvariantCulture,
                $"Nothing is clearly wrong. {Count(possible, "change")} below {(possible == 1 ? "is" : "are")} possible only "
                + $"({recommendations.Max(given => given.Confidence):P0} likely at most): compare by ear, or leave it as it is."),
            _ => $"{Count(likely, "change")} {(likely == 1 ? "is" : "are")} worth making."
                + (possible > 0 ? $" {Count(possible, "more")} {(possible == 1 ? "is" : "are")} possible only: judge again after the first." : ""),
        };
    }

    private static string Count(int count, string what) => count switch
    {
        1 => what == "more" ? "One more" : $"One {what}",
        2 => what == "more" ? "Two more" : $"Two {what}s",
        3 => what == "more" ? "Three more" : $"Three {what}s",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} {(what == "more" ? what : what + "s")}"),
    };
}
