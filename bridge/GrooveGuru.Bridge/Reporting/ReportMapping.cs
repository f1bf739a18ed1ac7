using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>From Core's report to the message that crosses.</summary>
internal static class ReportMapping
{
    /// <summary>The message of a report; track id, name and number are the caller's to set.</summary>
    public static TrackReport ToMessage(Core.Reports.TrackReport report)
    {
        TrackReport message = new()
        {
            DurationSeconds = report.Analysis.DurationSeconds,
            SampleRateHz = report.Analysis.SampleRateHz,
            ChannelCount = report.Analysis.ChannelCount,
            Extended = ExtendedMapping.ToMessage(report.Analysis.Extended),
            Verdict = Verdict(report.Verdict),
            VerdictText = Core.Reports.VerdictText.Write(report.Recommendations, report.NotJudgedReason),
        };
        if (report.NotJudgedReason is { } reason)
        {
            message.NotJudged = reason;
        }

        message.Features.AddRange(report.Analysis.Features.Select(ToMessage));
        MeaningMapping.Write(message, report);
        message.Summary.AddRange(report.Summary);
        message.Recommendations.AddRange(report.Recommendations.Select(RecommendationMapping.ToMessage));
        if (report.WholeChain is { } chain)
        {
            message.WholeChain = ChainMapping.ToMessage(chain);
        }

        message.Conflicts.AddRange(report.Conflicts.Select(ChainMapping.ToMessage));
        message.FollowUps.AddRange(report.FollowUps.Items.Select(FollowUpMapping.ToMessage));
        if (report.FollowUps.OtherAudioReason is { } other)
        {
            message.OtherAudio = other;
        }

        return message;
    }

    private static AdviceVerdict Verdict(Core.Advice.AdviceVerdict verdict) => verdict switch
    {
        Core.Advice.AdviceVerdict.NotJudged => AdviceVerdict.NotJudged,
        Core.Advice.AdviceVerdict.NothingToFix => AdviceVerdict.NothingToFix,
        Core.Advice.AdviceVerdict.NothingClearlyWrong => AdviceVerdict.NothingClearlyWrong,
        _ => AdviceVerdict.SomethingToFix,
    };

    private static FeatureValue ToMessage(Core.Features.FeatureValue feature)
    {
        FeatureValue message = new()
        {
            Id = feature.Definition.Id,
            Name = feature.Definition.Name,
            Domain = SnakeCase(feature.Definition.Domain.ToString()),
            Unit = feature.Definition.Unit,
        };
        if (feature.Value is { } value)
        {
            message.Value = value;
        }

        if (feature.Text is { } text)
        {
            message.Text = text;
        }

        if (feature.Confidence is { } confidence)
        {
            message.Confidence = confidence;
        }

        if (feature.NotMeasurableReason is { } reason)
        {
            message.NotMeasurable = reason;
        }

        message.Detail.AddRange(feature.Detail);
        foreach (Core.Features.FeatureAlternative alternative in feature.Alternatives)
        {
            FeatureAlternative other = new() { Confidence = alternative.Confidence };
            if (alternative.Value is { } alternativeValue)
            {
                other.Value = alternativeValue;
            }

            if (alternative.Text is { } alternativeText)
            {
                other.Text = alternativeText;
            }

            message.Alternatives.Add(other);
        }

        return message;
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
