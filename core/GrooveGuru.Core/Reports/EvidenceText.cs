using GrooveGuru.Core.Advice;

namespace GrooveGuru.Core.Reports;

/// <summary>Two readings of a measure in words: "low end 6.1 dB over the reference before, 2.0 dB over after".</summary>
public static class EvidenceText
{
    private const string ExcessSuffix = "_excess_db";
    private const string Against = " against ";

    /// <summary>Before and after.</summary>
    public static string Write(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        MeasureInfo info = MeasureInfo.Of(evidence.FeatureId);
        string before = info.Write(evidence.Before), after = info.Write(evidence.After);
        if (!IsExcess(evidence.FeatureId))
        {
            return before == after ? $"{info.Name} {before}, as before" : $"{info.Name} {before} before, {after} after";
        }

        string name = Name(evidence.FeatureId);
        return before == after
            ? $"{name} {Excess(info, evidence.Before, Reference(info))}, as before"
            : $"{name} {Excess(info, evidence.Before, Reference(info))} before, {Excess(info, evidence.After, "")} after";
    }

    /// <summary>A measure's name without what it is compared with: "low end".</summary>
    public static string Name(string measureId)
    {
        string name = MeasureInfo.Of(measureId).Name;
        return IsExcess(measureId) ? name.Split(Against)[0] : name;
    }

    /// <summary>One reading in words: "6.1 dB over the reference".</summary>
    public static string Value(string measureId, double value)
    {
        MeasureInfo info = MeasureInfo.Of(measureId);
        return IsExcess(measureId) ? Excess(info, value, Reference(info)) : info.Write(value);
    }

    private static bool IsExcess(string measureId) => measureId.EndsWith(ExcessSuffix, StringComparison.Ordinal);

    // "the reference balance" is "the reference" to a reader; "their surroundings" stays.
    private static string Reference(MeasureInfo info) =>
        info.Name.Split(Against) is [_, var other] ? " " + other.Replace("the reference balance", "the reference", StringComparison.Ordinal) : "";

    private static string Excess(MeasureInfo info, double value, string reference) =>
        $"{info.Write(Math.Abs(value))} {(value < 0 ? "under" : "over")}{reference}";
}
