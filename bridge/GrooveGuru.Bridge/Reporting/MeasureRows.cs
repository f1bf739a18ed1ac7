using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Semantics;
using FeatureIds = GrooveGuru.Core.Features.FeatureIds;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>The measures of a report as lines of a table, the same in the terminal and on the page.</summary>
internal static class MeasureRows
{
    /// <summary>The features that a person reads; the confidence of the key stands beside the key, not in a line of its own.</summary>
    public static IEnumerable<MeasureRow> Features(TrackReport report)
    {
        Dictionary<string, string> words = Words(report);
        if (report.Extended.HasIntegratedLufs)
        {
            words.Remove(FeatureIds.Rms); // how loud it is, the loudness says: two words of two measures could differ
        }

        return report.Features
            .Where(feature => feature.Id != FeatureIds.KeyConfidence && !IsCoefficient(feature))
            .Select(feature => Row(feature, words.GetValueOrDefault(feature.Id, "")));
    }

    /// <summary>The thirteen timbre coefficients and the means of them that no ear hears, which only a program reads.</summary>
    public static IEnumerable<MeasureRow> Coefficients(TrackReport report)
    {
        Dictionary<string, string> words = Words(report);
        return report.Features.Where(IsCoefficient).Select(feature => Row(feature, words.GetValueOrDefault(feature.Id, "")));
    }

    /// <summary>The loudness of the whole.</summary>
    public static IEnumerable<MeasureRow> Loudness(ExtendedMeasures extended)
    {
        MeasureRow level = Row("Integrated loudness", extended.HasIntegratedLufs, extended.IntegratedLufs, "0.0", "LUFS", "too short or silent");
        yield return extended.HasIntegratedLufs ? level with { Words = LevelWords.Of(extended.IntegratedLufs) } : level;
        yield return Row("Loudness range", extended.HasRangeLu, extended.RangeLu, "0.0", "LU", "too short or silent");
        yield return Row("True peak", extended.HasTruePeakDbtp, extended.TruePeakDbtp, "0.0", "dBTP", "silent");
    }

    /// <summary>What else was measured beside the features.</summary>
    public static IEnumerable<MeasureRow> Others(ExtendedMeasures extended)
    {
        yield return Row("Peak to loudness", extended.HasPeakToLoudnessLu, extended.PeakToLoudnessLu, "0.0", "LU");
        yield return Row("Loudest 3 s", extended.HasMaxShortTermLufs, extended.MaxShortTermLufs, "0.0", "LUFS");
        yield return Row("Loudest 400 ms", extended.HasMaxMomentaryLufs, extended.MaxMomentaryLufs, "0.0", "LUFS");
        yield return Row("Quietest passage", extended.HasNoiseFloorDbfs, extended.NoiseFloorDbfs, "0.0", "dBFS");
        yield return Row("Tuning from A = 440 Hz", extended.HasTuningCents, extended.TuningCents, "+0;-0;0", "cents");
        yield return extended.Meter is { } meter
            ? new MeasureRow("Meter", $"{meter.BeatsPerBar} beats a bar", "", FeatureText.Percent(meter.Confidence))
            : new MeasureRow("Meter", FeatureText.None, "no meter was found");
        yield return Row("Sections", extended.Sections.Count > 0, extended.Sections.Count, "0", "", "none were told apart");
        yield return Row("DC offset", true, extended.DcOffset, "0.00000", "of full scale");
        yield return Row("Clipped samples", true, extended.ClippedSamples, "0", "");
    }

    private static Dictionary<string, string> Words(TrackReport report) =>
        report.Meanings.ToDictionary(meaning => meaning.FeatureId, meaning => meaning.Word);

    private static bool IsCoefficient(FeatureValue feature) =>
        feature.Id is FeatureIds.MfccMid or FeatureIds.MfccTreble
        || (feature.Id.StartsWith(FeatureIds.MfccPrefix, StringComparison.Ordinal) && char.IsAsciiDigit(feature.Id[^1]));

    private static MeasureRow Row(FeatureValue feature, string word) => new(
        feature.Name, FeatureText.Value(feature), feature.HasNotMeasurable ? feature.NotMeasurable : word, FeatureText.Sure(feature));

    private static MeasureRow Row(string name, bool has, double value, string format, string unit, string whyNone = "") =>
        has ? new(name, $"{FeatureText.Number(value, format)} {unit}".TrimEnd()) : new(name, FeatureText.None, whyNone);
}
