using GrooveGuru.Contracts.V1;
using Advised = GrooveGuru.Core.Advice.FollowUps;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>What became of earlier advice: from Core to the messages that cross, and back from a report that was kept.</summary>
internal static class FollowUpMapping
{
    /// <summary>The message of what became of one recommendation.</summary>
    public static FollowUp ToMessage(Advised.FollowUp item)
    {
        Advised.Promise promise = item.Promise;
        FollowUp message = new()
        {
            RecommendationId = promise.RecommendationId,
            Title = promise.Title,
            Status = (RecommendationStatus)((int)item.Status + 1),
            Domain = (RecommendationDomain)((int)promise.Domain + 1),
            FeatureId = promise.MeasureId,
            PromisedFrom = promise.From,
            PromisedTo = promise.To,
            Tolerance = item.Tolerance,
            Unit = Core.Advice.MeasureInfo.Of(promise.MeasureId).Unit,
            Text = Core.Reports.FollowUpText.Write(item),
        };
        if (item.Now is { } now)
        {
            message.Now = now;
        }

        if (promise is { FromSeconds: { } from, ToSeconds: { } to })
        {
            message.TriedFromSeconds = from;
            message.TriedToSeconds = to;
        }

        return message;
    }

    /// <summary>The message of an outline.</summary>
    public static AudioSketch ToMessage(Advised.AudioSketch sketch)
    {
        AudioSketch message = new() { HopSeconds = Advised.AudioSketch.HopSeconds, DurationSeconds = sketch.DurationSeconds };
        message.LevelDb.AddRange(sketch.LevelDb.Select(level => MathF.Round(level, 1)));
        message.Chroma.AddRange(sketch.Chroma.Select(weight => MathF.Round(weight, 3)));
        return message;
    }

    /// <summary>The former advice in a report that was kept; null where it holds no outline, so that nothing could be compared.</summary>
    public static Advised.FormerAdvice? ToFormerAdvice(TrackReport report)
    {
        if (report.Sketch is not { } sketch
            || Math.Abs(sketch.HopSeconds - Advised.AudioSketch.HopSeconds) > 1e-6
            || sketch.Chroma.Count != sketch.LevelDb.Count * Advised.AudioSketch.PitchClasses)
        {
            return null;
        }

        HashSet<string> given = [.. report.Recommendations.Select(recommendation => recommendation.Id)];
        IEnumerable<Advised.Promise> left = report.FollowUps
            .Where(item => !given.Contains(item.RecommendationId)
                && (!report.HasOtherAudio || item.Status == RecommendationStatus.Dismissed))
            .Select(ToPromise);
        return new Advised.FormerAdvice(
            [.. report.Recommendations.Where(recommendation => recommendation.Expects.Count > 0).Select(ToPromise), .. left],
            new Advised.AudioSketch([.. sketch.LevelDb], [.. sketch.Chroma], sketch.DurationSeconds),
            Advised.FollowUpReport.Empty);
    }

    /// <summary>What a recommendation promised.</summary>
    /// <param name="recommendation">One that expects something.</param>
    public static Advised.Promise ToPromise(Recommendation recommendation)
    {
        Expectation expectation = recommendation.Expects[0];
        return new Advised.Promise(
            recommendation.Id, recommendation.Title, Domain(recommendation.Domain), expectation.FeatureId, expectation.From, expectation.To,
            Status(recommendation.Status))
        {
            FromSeconds = recommendation.HasTriedFromSeconds ? recommendation.TriedFromSeconds : null,
            ToSeconds = recommendation.HasTriedToSeconds ? recommendation.TriedToSeconds : null,
        };
    }

    /// <summary>What a recommendation had promised that was followed up.</summary>
    public static Advised.Promise ToPromise(FollowUp item) => new(
        item.RecommendationId, item.Title, Domain(item.Domain), item.FeatureId, item.PromisedFrom, item.PromisedTo, Status(item.Status))
    {
        FromSeconds = item.HasTriedFromSeconds ? item.TriedFromSeconds : null,
        ToSeconds = item.HasTriedToSeconds ? item.TriedToSeconds : null,
    };

    /// <summary>The sentence of what became of one recommendation.</summary>
    public static string TextOf(FollowUp item)
    {
        Advised.Promise promise = ToPromise(item);
        return Core.Reports.FollowUpText.Write(
            new Advised.FollowUp(promise, item.HasNow ? item.Now : null, item.Tolerance, promise.Status));
    }

    private static Core.Advice.RecommendationDomain Domain(RecommendationDomain domain) =>
        (Core.Advice.RecommendationDomain)Math.Max(0, (int)domain - 1);

    private static Core.Advice.RecommendationStatus Status(RecommendationStatus status) =>
        (Core.Advice.RecommendationStatus)Math.Max(0, (int)status - 1);
}
