using System.Globalization;
using System.Text.Json;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>Numbers in JSON: seven significant digits, what single-precision audio carries; never NaN or infinite.</summary>
internal static class JsonNumbers
{
    private const string Format = "G7";

    /// <summary>Writes a number; one that is not finite as null.</summary>
    public static void Write(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WritePropertyName(name);
            json.WriteRawValue(Text(value));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Writes a number, or null where there is none.</summary>
    public static void WriteOptional(Utf8JsonWriter json, string name, bool has, double value) =>
        Write(json, name, has ? value : double.NaN);

    /// <summary>Writes an array on one line; what is not finite is left out.</summary>
    public static void Write(Utf8JsonWriter json, string name, IEnumerable<double> numbers)
    {
        json.WritePropertyName(name);
        json.WriteRawValue($"[{string.Join(", ", numbers.Where(double.IsFinite).Select(Text))}]");
    }

    private static string Text(double value) => value.ToString(Format, CultureInfo.InvariantCulture);
}
