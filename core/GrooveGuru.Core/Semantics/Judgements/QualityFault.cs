namespace GrooveGuru.Core.Semantics.Judgements;

/// <summary>A technical fault and what it costs.</summary>
/// <param name="MeasureId">What it was measured by.</param>
/// <param name="Name">What a musician reads.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Price">Share of the quality that it takes, 0–1.</param>
internal sealed record QualityFault(string MeasureId, string Name, double Value, string Unit, double Price)
{
    /// <summary>A fault whose price rises from 0 where the measure passes one bound to its greatest at the other.</summary>
    /// <returns>A price of 0 where nothing was measured.</returns>
    public static QualityFault Of(string measureId, string name, double? value, string unit, double greatest, double from, double to) =>
        Of(measureId, name, value ?? 0, unit, greatest, value ?? from, from, to);

    /// <summary>The same where the price follows another scale than the value that is shown.</summary>
    public static QualityFault Of(string measureId, string name, double value, string unit, double greatest, double scaled, double from, double to) =>
        new(measureId, name, value, unit, greatest * Math.Clamp((scaled - from) / (to - from), 0, 1));
}
