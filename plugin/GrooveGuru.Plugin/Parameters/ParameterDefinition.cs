using System.Globalization;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Parameters;

/// <summary>One parameter: its names, its range, and the ways between normalised value, plain value and text.</summary>
internal sealed class ParameterDefinition
{
    /// <summary>The id, also its index.</summary>
    public required uint Id { get; init; }

    /// <summary>The full name.</summary>
    public required string Title { get; init; }

    /// <summary>The name for narrow displays.</summary>
    public required string ShortTitle { get; init; }

    /// <summary>The unit; hosts show it behind the text. Empty where there is none.</summary>
    public string Units { get; init; } = "";

    /// <summary>The lowest plain value.</summary>
    public double Minimum { get; init; }

    /// <summary>The highest plain value.</summary>
    public double Maximum { get; init; } = 1;

    /// <summary>0 for a continuous parameter, else the number of values minus one.</summary>
    public int StepCount { get; init; }

    /// <summary>The plain value of a new instance.</summary>
    public double DefaultPlain { get; init; }

    /// <summary>What a host may do with it.</summary>
    public required ParameterFlags Flags { get; init; }

    /// <summary>The words for the values of a list; empty for a number.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Plain value of a normalised one; clamped to the range, the default for NaN.</summary>
    public double ToPlain(double normalized)
    {
        if (double.IsNaN(normalized))
        {
            return DefaultPlain;
        }

        double clamped = Math.Clamp(normalized, 0, 1);
        return StepCount > 0
            ? Minimum + Math.Min(StepCount, Math.Floor(clamped * (StepCount + 1)))
            : Minimum + (clamped * (Maximum - Minimum));
    }

    /// <summary>Normalised value of a plain one; clamped to the range, that of the default for NaN.</summary>
    public double ToNormalized(double plain)
    {
        double clamped = Math.Clamp(double.IsNaN(plain) ? DefaultPlain : plain, Minimum, Maximum);
        return StepCount > 0 ? Math.Round(clamped - Minimum) / StepCount : (clamped - Minimum) / (Maximum - Minimum);
    }

    /// <summary>The text that a host shows before the unit.</summary>
    public string ToText(double normalized)
    {
        double plain = ToPlain(normalized);
        return Choices.Count > 0 ? Choices[(int)plain]
            : plain.ToString(StepCount > 0 ? "0" : "0.0", CultureInfo.InvariantCulture);
    }

    /// <summary>Reads what a user typed, with the unit or without.</summary>
    /// <returns>The normalised value; null where the text is neither a choice nor a number.</returns>
    public double? FromText(string text)
    {
        string trimmed = text.Trim();
        for (int index = 0; index < Choices.Count; index++)
        {
            if (Choices[index].Equals(trimmed, StringComparison.OrdinalIgnoreCase))
            {
                return ToNormalized(index);
            }
        }

        if (Units.Length > 0 && trimmed.EndsWith(Units, StringComparison.OrdinalIgnoreCase))
        {
            trimmed = trimmed[..^Units.Length].TrimEnd();
        }

        return double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out double plain) && double.IsFinite(plain)
            ? ToNormalized(plain)
            : null;
    }
}
