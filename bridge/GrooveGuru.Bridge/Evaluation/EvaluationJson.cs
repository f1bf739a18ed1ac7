using System.Text.Json;
using GrooveGuru.Bridge.Reporting;

namespace GrooveGuru.Bridge.Evaluation;

/// <summary>An evaluation as JSON: means by kind of piece, reliability, and every piece.</summary>
internal static class EvaluationJson
{
    /// <summary>Writes it.</summary>
    /// <param name="output">Receives UTF-8.</param>
    /// <param name="pieces">The scores.</param>
    public static void Write(Stream output, IReadOnlyList<PieceScore> pieces)
    {
        using Utf8JsonWriter json = new(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteStartObject("means");
        foreach (IGrouping<string, PieceScore> group in pieces.GroupBy(piece => piece.Truth.Group))
        {
            WriteMeans(json, group.Key, [.. group]);
        }

        WriteMeans(json, "all", pieces);
        json.WriteEndObject();
        WriteReliability(json, "tempo_reliability", ReliabilityBin.OfTempo(pieces));
        WriteReliability(json, "key_reliability", ReliabilityBin.OfKey(pieces));
        json.WriteStartArray("pieces");
        foreach (PieceScore piece in pieces)
        {
            json.WriteStartObject();
            json.WriteString("id", piece.Truth.Id);
            JsonNumbers.Write(json, "tempo_bpm", piece.TempoBpm);
            JsonNumbers.Write(json, "tempo_confidence", piece.TempoConfidence);
            json.WriteString("key", piece.Key);
            JsonNumbers.Write(json, "key_confidence", piece.KeyConfidence);
            WriteMeasures(json, measure => measure.Of(piece));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMeans(Utf8JsonWriter json, string name, IReadOnlyList<PieceScore> pieces)
    {
        json.WriteStartObject(name);
        json.WriteNumber("pieces", pieces.Count);
        WriteMeasures(json, measure => measure.Mean(pieces));
        json.WriteEndObject();
    }

    private static void WriteMeasures(Utf8JsonWriter json, Func<Measure, double?> of)
    {
        foreach (Measure measure in Measure.All)
        {
            if (of(measure) is { } value)
            {
                JsonNumbers.Write(json, measure.Id, value);
            }
        }
    }

    private static void WriteReliability(Utf8JsonWriter json, string name, IReadOnlyList<ReliabilityBin> bins)
    {
        json.WriteStartArray(name);
        foreach (ReliabilityBin bin in bins)
        {
            json.WriteStartObject();
            JsonNumbers.Write(json, "from", bin.From);
            JsonNumbers.Write(json, "to", bin.To);
            json.WriteNumber("count", bin.Count);
            JsonNumbers.Write(json, "mean_confidence", bin.MeanConfidence);
            JsonNumbers.Write(json, "hit_rate", bin.HitRate);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
