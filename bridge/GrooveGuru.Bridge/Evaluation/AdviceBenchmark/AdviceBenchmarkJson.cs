using System.Text.Json;
using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>The benchmark as JSON: for each half its figures by fault and by role, and every track with every single case.</summary>
internal static class AdviceBenchmarkJson
{
    /// <summary>Writes it.</summary>
    /// <param name="output">Receives UTF-8.</param>
    /// <param name="halves">The halves that were scored, each with its figures.</param>
    /// <param name="tracks">Every track, also those that could not be used.</param>
    public static void Write(
        Stream output, IReadOnlyList<(MaterialHalf Half, AdviceTotals Totals)> halves, IReadOnlyList<TrackScore> tracks)
    {
        using Utf8JsonWriter json = new(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteStartObject("halves");
        foreach ((MaterialHalf half, AdviceTotals totals) in halves)
        {
            json.WriteStartObject(NameOf(half));
            WriteTotals(json, totals);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("skipped");
        foreach (TrackScore skipped in tracks.Where(track => track.SkippedBecause is not null))
        {
            json.WriteStartObject();
            json.WriteString("track", skipped.Track.Name);
            json.WriteString("reason", skipped.SkippedBecause);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tracks");
        foreach (TrackScore track in tracks.Where(track => track.SkippedBecause is null))
        {
            WriteTrack(json, track);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, AdviceTotals totals)
    {
        json.WriteNumber("tracks", totals.Tracks.Count);
        json.WriteStartObject("targets");
        foreach (BenchmarkTarget target in BenchmarkTarget.All)
        {
            json.WriteStartObject(target.Id);
            WriteNumber(json, "value", target.Of(totals));
            JsonNumbers.Write(json, target.IsLeast ? "at_least" : "at_most", target.Bound);
            if (target.IsMet(totals) is { } met)
            {
                json.WriteBoolean("met", met);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        JsonNumbers.Write(json, "advice_per_clean_track", totals.AdvicePerCleanTrack);
        JsonNumbers.Write(json, "clean_tracks_left_alone", totals.CleanTracksLeftAlone);
        JsonNumbers.Write(json, "clean_tracks_cleared", totals.CleanTracksCleared);
        WriteCases(json, "all", totals.Cases);
        FaultScore[] all = [.. totals.Tracks.SelectMany(track => track.Faults)];
        json.WriteStartObject("by_fault");
        foreach (FaultCase fault in FaultCatalogue.All)
        {
            WriteCases(json, fault.Id, CaseTotals.Of(all.Where(score => score.Case == fault)));
        }

        json.WriteEndObject();
        json.WriteStartObject("by_role");
        foreach (IGrouping<string, TrackScore> role in totals.Tracks.GroupBy(track => track.Role).OrderBy(role => role.Key, StringComparer.Ordinal))
        {
            WriteCases(json, role.Key, CaseTotals.Of(role.SelectMany(track => track.Faults)));
        }

        json.WriteEndObject();
        WriteReliability(json, "reliability", totals.Reliability);
        json.WriteStartObject("reliability_by_domain");
        foreach (var domain in totals.ReliabilityByDomain)
        {
            WriteReliability(json, AdviceBenchmarkPrinter.NameOf(domain.Key), domain.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteCases(Utf8JsonWriter json, string name, CaseTotals totals)
    {
        json.WriteStartObject(name);
        json.WriteNumber("cases", totals.Cases);
        json.WriteNumber("left_out", totals.LeftOut);
        WriteNumber(json, "recall", totals.Recall);
        WriteNumber(json, "recall_likely", totals.LikelyRecall);
        WriteNumber(json, "recall_weak", totals.WeakRecall);
        WriteNumber(json, "recall_medium_strong", totals.PlainRecall);
        WriteQuartiles(json, "gain_error_db", totals.GainErrorDb);
        WriteQuartiles(json, "octave_error", totals.OctaveError);
        WriteNumber(json, "half_undone_of_answered", totals.UndoneOfAnswered);
        WriteNumber(json, "half_undone_of_all", totals.UndoneOfAll);
        WriteNumber(json, "half_undone_by_chain_of_answered", totals.UndoneByChainOfAnswered);
        WriteNumber(json, "half_undone_by_chain_of_all", totals.UndoneByChainOfAll);
        WriteNumber(json, "precision_of_first", totals.PrecisionOfFirst);
        WriteNumber(json, "precision_of_all", totals.PrecisionOfAll);
        json.WriteEndObject();
    }

    private static void WriteTrack(Utf8JsonWriter json, TrackScore track)
    {
        json.WriteStartObject();
        json.WriteString("track", track.Track.Name);
        json.WriteString("role", track.Role);
        json.WriteString("heard_role", track.HeardRole);
        json.WriteString("group", track.Track.Group);
        json.WriteString("half", NameOf(track.Track.Half));
        WriteAdvice(json, "clean_advice", track.CleanAdvice);
        json.WriteStartArray("faults");
        foreach (FaultScore fault in track.Faults)
        {
            json.WriteStartObject();
            json.WriteString("fault", fault.Case.Id);
            WriteNumber(json, "frequency_hz", fault.FrequencyHz);
            WriteNumber(json, "distance", fault.Distance);
            json.WriteBoolean("is_fault", fault.IsFault);
            if (fault.IsFault)
            {
                WriteNumber(json, "answer_rank", fault.AnswerRank);
                WriteNumber(json, "gain_error_db", fault.Error?.GainDb);
                WriteNumber(json, "octave_error", fault.Error?.Octaves);
                WriteNumber(json, "distance_after_answer", fault.DistanceAfterAnswer);
                WriteNumber(json, "distance_after_chain", fault.DistanceAfterChain);
                WriteAdvice(json, "advice", fault.Advice);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAdvice(Utf8JsonWriter json, string name, IReadOnlyList<GivenAdvice> advice)
    {
        json.WriteStartArray(name);
        foreach (GivenAdvice given in advice)
        {
            json.WriteStartObject();
            json.WriteString("id", given.Id);
            json.WriteString("domain", AdviceBenchmarkPrinter.NameOf(given.Domain));
            json.WriteNumber("priority", given.Priority);
            JsonNumbers.Write(json, "confidence", given.Confidence);
            json.WriteString("title", given.Title);
            json.WriteBoolean("is_right", given.IsRight);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteReliability(Utf8JsonWriter json, string name, IReadOnlyList<ReliabilityBin> bins)
    {
        json.WriteStartObject(name);
        WriteNumber(json, "calibration_error", AdviceTotals.Error(bins));
        json.WriteStartArray("bins");
        foreach (ReliabilityBin bin in bins.Where(bin => bin.Count > 0))
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
        json.WriteEndObject();
    }

    private static void WriteQuartiles(Utf8JsonWriter json, string name, Quartiles? quartiles)
    {
        if (quartiles is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("count", quartiles.Count);
        JsonNumbers.Write(json, "lower_quartile", quartiles.Lower);
        JsonNumbers.Write(json, "median", quartiles.Median);
        JsonNumbers.Write(json, "upper_quartile", quartiles.Upper);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value) => JsonNumbers.Write(json, name, value ?? double.NaN);

    private static string NameOf(MaterialHalf half) => AdviceBenchmarkPrinter.NameOf(half).ToLowerInvariant();
}
