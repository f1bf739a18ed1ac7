namespace GrooveGuru.Core.Advice.FollowUps;

/// <summary>What was said about a track when it was heard before.</summary>
/// <param name="Promises">What was promised, in order.</param>
/// <param name="Sketch">The outline of what was heard then.</param>
/// <param name="FollowUps">What had become by then of advice that was earlier still.</param>
public sealed record FormerAdvice(IReadOnlyList<Promise> Promises, AudioSketch Sketch, FollowUpReport FollowUps)
{
    /// <summary>Nothing was said before.</summary>
    public static FormerAdvice Nothing { get; } = new([], new AudioSketch([], [], 0), FollowUpReport.Empty);

    /// <summary>
    /// Whether the audio was played again since, so that it may sound otherwise now. Where it only went on, nothing is judged: what became of
    /// earlier advice is said again as it was.
    /// </summary>
    public bool HeardAgain { get; init; } = true;

    /// <summary>Ids of advice that the user does not want.</summary>
    public IReadOnlySet<string> Dismissed => Promises
        .Where(promise => promise.Status == RecommendationStatus.Dismissed)
        .Select(promise => promise.RecommendationId)
        .ToHashSet();

    /// <summary>What is to be promised at the next hearing: new advice, and what is left of the old.</summary>
    /// <param name="given">The advice of this hearing.</param>
    /// <param name="followUps">What became of the advice before.</param>
    /// <param name="sketch">The outline of what is heard now.</param>
    public static FormerAdvice Of(IReadOnlyList<Recommendation> given, FollowUpReport followUps, AudioSketch sketch)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(followUps);
        ArgumentNullException.ThrowIfNull(sketch);
        HashSet<string> ids = [.. given.Select(recommendation => recommendation.Id)];

        // What was promised on other audio cannot be measured on this; what the user does not want stays unwanted.
        IEnumerable<Promise> left = followUps.Items
            .Where(item => !ids.Contains(item.Promise.RecommendationId)
                && (followUps.OtherAudioReason is null || item.Status == RecommendationStatus.Dismissed))
            .Select(item => item.Promise with { Status = item.Status });
        return new FormerAdvice([.. given.Where(recommendation => recommendation.Expects.Count > 0).Select(Promise.Of), .. left], sketch, followUps);
    }
}
