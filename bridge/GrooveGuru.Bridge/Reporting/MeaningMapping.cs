using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Semantics.Judgements;
using GrooveGuru.Core.Semantics.Relations;
using FeatureRelation = GrooveGuru.Contracts.V1.FeatureRelation;
using RelationPart = GrooveGuru.Contracts.V1.RelationPart;
using RoleEstimate = GrooveGuru.Contracts.V1.RoleEstimate;
using RoleProbability = GrooveGuru.Contracts.V1.RoleProbability;
using TrackRole = GrooveGuru.Contracts.V1.TrackRole;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>From what Core makes of the measures to the messages that cross: meanings, role, context, relations.</summary>
internal static class MeaningMapping
{
    /// <summary>Writes all of it into a report's message.</summary>
    public static void Write(TrackReport message, Core.Reports.TrackReport report)
    {
        message.Meanings.AddRange(report.Meanings.Select(meaning => new FeatureMeaning
        {
            FeatureId = meaning.FeatureId,
            Normalised = meaning.Normalised,
            Intensity = (Intensity)((int)meaning.Intensity + 1),
            Level = (SemanticLevel)((int)meaning.Level + 1),
            Word = meaning.Word,
        }));
        message.Role = ToMessage(report.Role);
        TrackContext context = report.Context;
        message.Context.Add(ToMessage("production_quality", "Production quality", context.Quality));
        message.Context.Add(ToMessage("musical_complexity", "Musical complexity", context.Complexity));
        message.Context.Add(ToMessage("listening_context", "Listening context", context.Listening));
        message.Context.Add(ToMessage("emotional_impact", "Emotional impact", context.Impact));
        message.Relationships.AddRange(report.Relations.Select(ToMessage));
    }

    private static RoleEstimate ToMessage(Core.Semantics.Roles.RoleEstimate estimate)
    {
        RoleEstimate message = new()
        {
            Role = ToMessage(estimate.Role),
            Confidence = estimate.Confidence,
            DecidedBy = estimate.DecidedBy,
            SoundAgrees = estimate.SoundAgrees,
        };
        if (estimate.NameWord is { } word)
        {
            message.NameWord = word;
        }

        message.Alternatives.AddRange(estimate.Alternatives.Select(other => new RoleProbability { Role = ToMessage(other.Role), Probability = other.Probability }));
        return message;
    }

    private static TrackRole ToMessage(Core.Semantics.Roles.TrackRole role) => (TrackRole)((int)role + 1);

    private static ContextJudgement ToMessage<TStep>(string id, string name, Judgement<TStep> judgement)
        where TStep : struct, Enum
    {
        ContextJudgement message = new() { Id = id, Name = name, Text = JudgementText.Write(judgement) };
        if (judgement is { Step: { } step, Value: { } value })
        {
            message.Step = JudgementText.Id(step);
            message.Value = value;
        }

        if (judgement.NotGivenReason is { } reason)
        {
            message.NotGiven = reason;
        }

        message.DecidedBy.AddRange(judgement.DecidedBy.Select(sign => new ContextSign
        {
            MeasureId = sign.MeasureId,
            Name = sign.Name,
            Value = sign.Value,
            Unit = sign.Unit,
            Pull = sign.Pull,
        }));
        return message;
    }

    private static FeatureRelation ToMessage(Core.Semantics.Relations.FeatureRelation relation)
    {
        FeatureRelation message = new() { Id = relation.Id, Name = relation.Name, Text = RelationText.Write(relation) };
        if (relation is { Value: { } value, Word: { } word })
        {
            message.Value = value;
            message.Word = word;
        }

        if (relation.NotGivenReason is { } reason)
        {
            message.NotGiven = reason;
        }

        message.Between.AddRange(relation.Between.Select(part => new RelationPart { FeatureId = part.FeatureId, Value = part.Value, Place = part.Place }));
        return message;
    }
}
