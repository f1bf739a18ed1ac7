namespace GrooveGuru.Core.Advice.FollowUps;

/// <summary>Compares what was promised with what is measured now.</summary>
public static class FollowUpJudge
{
    /// <summary>What has become of a promise.</summary>
    /// <param name="promise">What was promised; one that the user dismissed stays so.</param>
    /// <param name="now">The measure on what is heard now; null where it cannot be measured, which leaves the status as it was.</param>
    /// <returns>
    /// Confirmed: the measure is at its promise or past it. Improved: it moved that way, but not so far. Unchanged: it is where it was.
    /// Worse: it moved the other way. Each within <see cref="MeasureNoise"/>, of which for "confirmed" no more than half of the promise counts.
    /// </returns>
    public static FollowUp Judge(Promise promise, double? now)
    {
        ArgumentNullException.ThrowIfNull(promise);
        double noise = MeasureNoise.Of(promise.MeasureId, promise.To - promise.From);
        if (promise.Status == RecommendationStatus.Dismissed || now is not double value || !double.IsFinite(value))
        {
            return new FollowUp(promise, promise.Status == RecommendationStatus.Dismissed ? null : now, noise, promise.Status);
        }

        double promised = promise.To - promise.From;
        double moved = (value - promise.From) * Math.Sign(promised);
        double tolerance = Math.Min(noise, Math.Abs(promised) / 2);
        RecommendationStatus status =
            promised != 0 && moved >= Math.Abs(promised) - tolerance ? RecommendationStatus.Confirmed
            : moved > noise ? RecommendationStatus.Improved
            : moved < -noise ? RecommendationStatus.Worse
            : RecommendationStatus.Unchanged;
        return new FollowUp(promise, value, tolerance, status);
    }

    /// <summary>What has become of a recommendation.</summary>
    /// <param name="recommendation">Advice that was given earlier.</param>
    /// <param name="now">The measure that it promised to move, on what is heard now.</param>
    /// <exception cref="ArgumentException">The recommendation promises nothing.</exception>
    public static FollowUp Judge(Recommendation recommendation, double? now) => Judge(Promise.Of(recommendation), now);
}
