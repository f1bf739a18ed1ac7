using System.Text.Json;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>Meanings, role, context and relationships as JSON.</summary>
internal static class MeaningJson
{
    /// <summary>Writes the properties "meanings", "role", "context" and "relationships".</summary>
    public static void Write(Utf8JsonWriter json, TrackReport report)
    {
        json.WriteStartArray("meanings");
        foreach (FeatureMeaning meaning in report.Meanings)
        {
            json.WriteStartObject();
            json.WriteString("feature_id", meaning.FeatureId);
            JsonNumbers.Write(json, "normalised", meaning.Normalised);
            json.WriteString("intensity", MeaningWords.Id(meaning.Intensity));
            json.WriteString("level", MeaningWords.Id(meaning.Level));
            json.WriteString("word", meaning.Word);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteRole(json, report.Role);
        json.WriteStartObject("context");
        foreach (ContextJudgement judgement in report.Context)
        {
            WriteJudgement(json, judgement);
        }

        json.WriteEndObject();
        json.WriteStartObject("relationships");
        foreach (FeatureRelation relation in report.Relationships)
        {
            WriteRelation(json, relation);
        }

        json.WriteEndObject();
    }

    private static void WriteRole(Utf8JsonWriter json, RoleEstimate role)
    {
        json.WriteStartObject("role");
        json.WriteString("role", MeaningWords.Id(role.Role));
        JsonNumbers.Write(json, "confidence", role.Confidence);
        json.WriteStartArray("alternatives");
        foreach (RoleProbability other in role.Alternatives)
        {
            json.WriteStartObject();
            json.WriteString("role", MeaningWords.Id(other.Role));
            JsonNumbers.Write(json, "probability", other.Probability);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("decided_by", role.DecidedBy);
        if (role.HasNameWord)
        {
            json.WriteString("name_word", role.NameWord);
        }

        json.WriteBoolean("sound_agrees", role.SoundAgrees);
        json.WriteEndObject();
    }

    private static void WriteJudgement(Utf8JsonWriter json, ContextJudgement judgement)
    {
        json.WriteStartObject(judgement.Id);
        json.WriteString("step", judgement.HasStep ? judgement.Step : null);
        JsonNumbers.WriteOptional(json, "value", judgement.HasValue, judgement.Value);
        json.WriteStartArray("decided_by");
        foreach (ContextSign sign in judgement.DecidedBy)
        {
            json.WriteStartObject();
            json.WriteString("measure_id", sign.MeasureId);
            json.WriteString("name", sign.Name);
            JsonNumbers.Write(json, "value", sign.Value);
            json.WriteString("unit", sign.Unit);
            JsonNumbers.Write(json, "pull", sign.Pull);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteEnd(json, judgement.HasNotGiven ? judgement.NotGiven : null, judgement.Text);
    }

    private static void WriteRelation(Utf8JsonWriter json, FeatureRelation relation)
    {
        json.WriteStartObject(relation.Id);
        JsonNumbers.WriteOptional(json, "value", relation.HasValue, relation.Value);
        json.WriteString("word", relation.HasWord ? relation.Word : null);
        json.WriteStartArray("between");
        foreach (RelationPart part in relation.Between)
        {
            json.WriteStartObject();
            json.WriteString("feature_id", part.FeatureId);
            JsonNumbers.Write(json, "value", part.Value);
            JsonNumbers.Write(json, "place", part.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteEnd(json, relation.HasNotGiven ? relation.NotGiven : null, relation.Text);
    }

    private static void WriteEnd(Utf8JsonWriter json, string? notGiven, string text)
    {
        if (notGiven is not null)
        {
            json.WriteString("not_given", notGiven);
        }

        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
