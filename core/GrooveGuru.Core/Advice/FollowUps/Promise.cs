namespace GrooveGuru.Core.Advice.FollowUps;

/// <summary>What earlier advice promised, as far as it takes to find out later what became of it.</summary>
/// <param name="RecommendationId">The recommendation.</param>
/// <param name="Title">What it said.</param>
/// <param name="Domain">The part of the mix it was to change.</param>
/// <param name="MeasureId">The measure that was to move.</param>
/// <param name="From">Its value then, in its unit.</param>
/// <param name="To">The value promised, in its unit.</param>
/// <param name="Status">What has become of it until now.</param>
public sealed record Promise(
    string RecommendationId, string Title, RecommendationDomain Domain, string MeasureId, double From, double To, RecommendationStatus Status)
{
    /// <summary>Where the part begins on which both were measured, s from the start; null where that was the whole track.</summary>
    public double? FromSeconds { get; init; }

    /// <summary>Where that part ends, s from the start; null where that was the whole track.</summary>
    public double? ToSeconds { get; init; }

    /// <summary>The promise of a recommendation: the first of what it expects.</summary>
    /// <exception cref="ArgumentException">It promises nothing.</exception>
    public static Promise Of(Recommendation recommendation)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        if (recommendation.Expects is not [var expectation, ..])
        {
            throw new ArgumentException("The recommendation promises nothing.", nameof(recommendation));
        }

        return new Promise(
            recommendation.Id, recommendation.Title, recommendation.Domain, expectation.FeatureId, expectation.From, expectation.To,
            recommendation.Status)
        {
            FromSeconds = recommendation.TriedFromSeconds,
            ToSeconds = recommendation.TriedToSeconds,
        };
    }
}
