using System.Text.Encodings.Web;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Collections;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>
/// A report as JSON. Features and measures are keyed by the ids of the feature catalogue; recommendations have the contract's field names.
/// A number that is not finite is written as null.
/// </summary>
internal static class ReportJson
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonFormatter Messages = new(JsonFormatter.Settings.Default
        .WithPreserveProtoFieldNames(true).WithFormatDefaultValues(true));

    /// <summary>Writes one report as an object, several as an array of objects.</summary>
    /// <param name="output">Receives UTF-8.</param>
    /// <param name="reports">The reports, one or more.</param>
    public static void Write(Stream output, IReadOnlyList<TrackReport> reports)
    {
        using Utf8JsonWriter json = new(output, WriterOptions);
        if (reports.Count == 1)
        {
            WriteReport(json, reports[0]);
            return;
        }

        json.WriteStartArray();
        foreach (TrackReport report in reports)
        {
            WriteReport(json, report);
        }

        json.WriteEndArray();
    }

    private static void WriteReport(Utf8JsonWriter json, TrackReport report)
    {
        json.WriteStartObject();
        json.WriteString("track", report.TrackName);
        JsonNumbers.Write(json, "duration_seconds", report.DurationSeconds);
        json.WriteNumber("sample_rate_hz", report.SampleRateHz);
        json.WriteNumber("channel_count", report.ChannelCount);
        json.WriteNumber("lost_frames", report.LostFrames);
        json.WriteStartObject("features");
        foreach (FeatureValue feature in report.Features)
        {
            WriteFeature(json, feature);
        }

        json.WriteEndObject();
        ExtendedJson.Write(json, report.Extended);
        if (report.Series is { } series)
        {
            ExtendedJson.Write(json, series);
        }

        MeaningJson.Write(json, report);
        json.WriteStartArray("summary");
        foreach (string sentence in report.Summary)
        {
            json.WriteStringValue(sentence);
        }

        json.WriteEndArray();
        WriteMessages(json, "recommendations", report.Recommendations);
        json.WritePropertyName("whole_chain");
        if (report.WholeChain is { } chain)
        {
            WriteMessage(json, chain);
        }
        else
        {
            json.WriteNullValue();
        }

        WriteMessages(json, "conflicts", report.Conflicts);
        WriteMessages(json, "follow_ups", report.FollowUps);
        if (report.HasOtherAudio)
        {
            json.WriteString("other_audio", report.OtherAudio);
        }

        if (report.Sketch is { } sketch)
        {
            json.WritePropertyName("sketch");
            WriteMessage(json, sketch);
        }

        json.WriteString("verdict", MeaningWords.Id(report.Verdict));
        json.WriteString("verdict_text", report.VerdictText);
        if (report.HasNotJudged)
        {
            json.WriteString("not_judged", report.NotJudged);
        }

        json.WriteEndObject();
    }

    private static void WriteFeature(Utf8JsonWriter json, FeatureValue feature)
    {
        json.WriteStartObject(feature.Id);
        if (feature.HasText)
        {
            json.WriteString("value", feature.Text);
        }
        else if (feature.HasValue)
        {
            JsonNumbers.Write(json, "value", feature.Value);
        }
        else
        {
            json.WriteNull("value");
        }

        json.WriteString("unit", feature.Unit);
        json.WriteString("domain", feature.Domain);
        if (feature.HasConfidence)
        {
            JsonNumbers.Write(json, "confidence", feature.Confidence);
        }

        if (feature.HasNotMeasurable)
        {
            json.WriteString("not_measurable", feature.NotMeasurable);
        }

        if (feature.Alternatives.Count > 0)
        {
            json.WriteStartArray("alternatives");
            foreach (FeatureAlternative alternative in feature.Alternatives)
            {
                json.WriteStartObject();
                if (alternative.HasText)
                {
                    json.WriteString("value", alternative.Text);
                }
                else
                {
                    JsonNumbers.Write(json, "value", alternative.Value);
                }

                JsonNumbers.Write(json, "confidence", alternative.Confidence);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (feature.Detail.Count > 0)
        {
            JsonNumbers.Write(json, "detail", feature.Detail);
        }

        json.WriteEndObject();
    }

    private static void WriteMessages<T>(Utf8JsonWriter json, string name, RepeatedField<T> messages)
        where T : IMessage
    {
        json.WriteStartArray(name);
        foreach (T message in messages)
        {
            WriteMessage(json, message);
        }

        json.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter json, IMessage message)
    {
        // Read and written again so that it is laid out like the rest.
        using JsonDocument document = JsonDocument.Parse(Messages.Format(message));
        WriteElement(json, document.RootElement);
    }

    // Numbers of a series stand on one line.
    private static void WriteElement(Utf8JsonWriter json, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    if (IsSeries(property.Value))
                    {
                        JsonNumbers.Write(json, property.Name, property.Value.EnumerateArray().Select(number => number.GetDouble()));
                        continue;
                    }

                    json.WritePropertyName(property.Name);
                    WriteElement(json, property.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (JsonElement item in element.EnumerateArray())
                {
                    WriteElement(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }

    private static bool IsSeries(JsonElement element) => element.ValueKind == JsonValueKind.Array
        && element.GetArrayLength() > 0 && element.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number);
}
