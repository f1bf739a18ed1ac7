using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>From Core's recommendation to the message that crosses.</summary>
internal static class RecommendationMapping
{
    /// <summary>The message of a recommendation, its sentences included.</summary>
    public static Recommendation ToMessage(Core.Advice.Recommendation recommendation)
    {
        Recommendation message = new()
        {
            Id = recommendation.Id,
            Domain = (RecommendationDomain)((int)recommendation.Domain + 1),
            Title = recommendation.Title,
            Priority = recommendation.Priority,
            Confidence = recommendation.Confidence,
            Likely = recommendation.IsLikely,
            Status = (RecommendationStatus)((int)recommendation.Status + 1),
            Text = Core.Reports.RecommendationText.Write(recommendation),
            EndsWithTrim = recommendation.EndsWithTrim,
        };
        if (recommendation is { TriedFromSeconds: { } from, TriedToSeconds: { } to })
        {
            message.TriedFromSeconds = from;
            message.TriedToSeconds = to;
        }

        message.Because.AddRange(recommendation.Because.Select(reason => new Reason
        {
            FeatureId = reason.FeatureId,
            Measured = reason.Measured,
            Threshold = reason.Threshold,
            Unit = reason.Unit,
            Meaning = reason.Meaning,
            Name = Core.Advice.MeasureInfo.Of(reason.FeatureId).Name,
        }));
        message.Chain.AddRange(recommendation.Chain.Select(ProcessorMapping.ToMessage));
        message.Expects.AddRange(recommendation.Expects.Select(expectation => new Expectation
        {
            FeatureId = expectation.FeatureId,
            From = expectation.From,
            To = expectation.To,
            Unit = expectation.Unit,
        }));
        message.Evidence.AddRange(recommendation.Evidence.Select(ToMessage));
        return message;
    }

    /// <summary>The message of what was measured before and after.</summary>
    public static Evidence ToMessage(Core.Advice.Evidence evidence) => new()
    {
        FeatureId = evidence.FeatureId,
        Before = evidence.Before,
        After = evidence.After,
        Unit = evidence.Unit,
        Text = Core.Reports.EvidenceText.Write(evidence),
    };
}
