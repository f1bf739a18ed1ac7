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
        WriteFinite(json, "duration_seconds", report.DurationSeconds);
        json.WriteNumber("sample_rate_hz", report.SampleRateHz);
        json.WriteNumber("channel_count", report.ChannelCount);
        json.WriteNumber("lost_frames", report.LostFrames);
        json.WriteStartObject("features");
        foreach (FeatureValue feature in report.Features)
        {
            WriteFeature(json, feature);
        }

        json.WriteEndObject();
        WriteExtended(json, report.Extended);
        WriteMessages(json, "meanings", report.Meanings);
        json.WriteStartArray("summary");
        foreach (string sentence in report.Summary)
        {
            json.WriteStringValue(sentence);
        }

        json.WriteEndArray();
        WriteMessages(json, "recommendations", report.Recommendations);
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
            WriteFinite(json, "value", feature.Value);
        }
        else
        {
            json.WriteNull("value");
        }

        json.WriteString("unit", feature.Unit);
        json.WriteString("domain", feature.Domain);
        if (feature.HasConfidence)
        {
            WriteFinite(json, "confidence", feature.Confidence);
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
                    WriteFinite(json, "value", alternative.Value);
                }

                WriteFinite(json, "confidence", alternative.Confidence);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        WriteNumbers(json, "detail", feature.Detail, omitEmpty: true);
        json.WriteEndObject();
    }

    private static void WriteExtended(Utf8JsonWriter json, ExtendedMeasures extended)
    {
        json.WriteStartObject("extended");
        json.WriteStartObject("loudness");
        WriteOptional(json, "integrated_lufs", extended.HasIntegratedLufs, extended.IntegratedLufs);
        WriteOptional(json, "max_short_term_lufs", extended.HasMaxShortTermLufs, extended.MaxShortTermLufs);
        WriteOptional(json, "max_momentary_lufs", extended.HasMaxMomentaryLufs, extended.MaxMomentaryLufs);
        WriteOptional(json, "range_lu", extended.HasRangeLu, extended.RangeLu);
        WriteOptional(json, "true_peak_dbtp", extended.HasTruePeakDbtp, extended.TruePeakDbtp);
        WriteOptional(json, "peak_to_loudness_lu", extended.HasPeakToLoudnessLu, extended.PeakToLoudnessLu);
        json.WriteEndObject();
        WriteNumbers(json, "tonal_balance", extended.TonalBalance, omitEmpty: false);
        json.WriteNumber("clipped_samples", extended.ClippedSamples);
        WriteFinite(json, "dc_offset", extended.DcOffset);
        json.WriteNumber("non_finite_samples", extended.NonFiniteSamples);
        WriteNumbers(json, "beats", extended.BeatsSeconds, omitEmpty: false);
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, bool has, double value)
    {
        if (has)
        {
            WriteFinite(json, name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteFinite(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, RepeatedField<double> numbers, bool omitEmpty)
    {
        if (omitEmpty && numbers.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (double number in numbers.Where(double.IsFinite))
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static void WriteMessages<T>(Utf8JsonWriter json, string name, RepeatedField<T> messages)
        where T : IMessage
    {
        json.WriteStartArray(name);
        foreach (T message in messages)
        {
            json.WriteRawValue(Messages.Format(message));
        }

        json.WriteEndArray();
    }
}
