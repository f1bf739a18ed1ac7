using System.Text.Json;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Loudness;
using ExtendedMeasures = GrooveGuru.Contracts.V1.ExtendedMeasures;
using TrackSeries = GrooveGuru.Contracts.V1.TrackSeries;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>The extended measures and the series as JSON.</summary>
internal static class ExtendedJson
{
    /// <summary>Writes the property "extended".</summary>
    public static void Write(Utf8JsonWriter json, ExtendedMeasures extended)
    {
        json.WriteStartObject("extended");
        WriteLoudness(json, extended);
        JsonNumbers.Write(json, "tonal_balance", extended.TonalBalance);
        WriteBands(json, extended);
        json.WriteNumber("clipped_samples", extended.ClippedSamples);
        JsonNumbers.Write(json, "dc_offset", extended.DcOffset);
        JsonNumbers.WriteOptional(json, "noise_floor_dbfs", extended.HasNoiseFloorDbfs, extended.NoiseFloorDbfs);
        json.WriteNumber("non_finite_samples", extended.NonFiniteSamples);
        JsonNumbers.WriteOptional(json, "tuning_cents", extended.HasTuningCents, extended.TuningCents);
        JsonNumbers.Write(json, "onsets", extended.OnsetsSeconds);
        JsonNumbers.Write(json, "beats", extended.BeatsSeconds);
        JsonNumbers.Write(json, "downbeats", extended.DownbeatsSeconds);
        WriteMeter(json, extended.Meter);
        WriteSpans(json, "chords", extended.Chords);
        WriteSpans(json, "sections", extended.Sections);
        json.WriteEndObject();
    }

    /// <summary>Writes the property "series".</summary>
    public static void Write(Utf8JsonWriter json, TrackSeries series)
    {
        json.WriteStartObject("series");
        JsonNumbers.Write(json, "loudness_hop_seconds", LoudnessSeries.StepSeconds);
        JsonNumbers.Write(json, "momentary_lufs", series.MomentaryLufs.Select(value => (double)value));
        JsonNumbers.Write(json, "short_term_lufs", series.ShortTermLufs.Select(value => (double)value));
        json.WriteEndObject();
    }

    private static void WriteLoudness(Utf8JsonWriter json, ExtendedMeasures extended)
    {
        json.WriteStartObject("loudness");
        JsonNumbers.WriteOptional(json, "integrated_lufs", extended.HasIntegratedLufs, extended.IntegratedLufs);
        JsonNumbers.WriteOptional(json, "max_short_term_lufs", extended.HasMaxShortTermLufs, extended.MaxShortTermLufs);
        JsonNumbers.WriteOptional(json, "max_momentary_lufs", extended.HasMaxMomentaryLufs, extended.MaxMomentaryLufs);
        JsonNumbers.WriteOptional(json, "range_lu", extended.HasRangeLu, extended.RangeLu);
        JsonNumbers.WriteOptional(json, "true_peak_dbtp", extended.HasTruePeakDbtp, extended.TruePeakDbtp);
        JsonNumbers.WriteOptional(json, "peak_to_loudness_lu", extended.HasPeakToLoudnessLu, extended.PeakToLoudnessLu);
        json.WriteEndObject();
    }

    private static void WriteBands(Utf8JsonWriter json, ExtendedMeasures extended)
    {
        IReadOnlyList<double> edges = TonalBalanceBands.EdgesHz;
        json.WriteStartArray("bands");
        for (int band = 0; band < edges.Count; band++)
        {
            json.WriteStartObject();
            json.WriteString("name", TonalBalanceBands.Names[band]);
            JsonNumbers.Write(json, "low_hz", edges[band]);
            JsonNumbers.WriteOptional(json, "high_hz", band + 1 < edges.Count, band + 1 < edges.Count ? edges[band + 1] : 0);
            bool hasShare = band < extended.TonalBalance.Count;
            JsonNumbers.WriteOptional(json, "share", hasShare, hasShare ? extended.TonalBalance[band] : 0);
            if (band < extended.BandStereo.Count)
            {
                Contracts.V1.BandStereo stereo = extended.BandStereo[band];
                JsonNumbers.WriteOptional(json, "width", stereo.HasWidth, stereo.Width);
                JsonNumbers.WriteOptional(json, "correlation", stereo.HasCorrelation, stereo.Correlation);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMeter(Utf8JsonWriter json, Meter? meter)
    {
        if (meter is null)
        {
            json.WriteNull("meter");
            return;
        }

        json.WriteStartObject("meter");
        json.WriteNumber("beats_per_bar", meter.BeatsPerBar);
        JsonNumbers.Write(json, "confidence", meter.Confidence);
        json.WriteEndObject();
    }

    private static void WriteSpans(Utf8JsonWriter json, string name, IEnumerable<LabelledSpan> spans)
    {
        json.WriteStartArray(name);
        foreach (LabelledSpan span in spans)
        {
            json.WriteStartObject();
            JsonNumbers.Write(json, "start", span.StartSeconds);
            JsonNumbers.Write(json, "end", span.EndSeconds);
            json.WriteString("label", span.Label);
            JsonNumbers.Write(json, "confidence", span.Confidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
