using System.Globalization;

namespace GrooveGuru.Fitting.Tonality;

/// <summary>Weights as C#, in lines that follow their meaning.</summary>
internal static class ModelText
{
    /// <summary>Lines of an array of doubles, two decimals each.</summary>
    /// <param name="lines">The weights of each line.</param>
    public static string Lines(params IEnumerable<double>[] lines) => Lines("", lines);

    /// <summary>Lines of an array, two decimals each.</summary>
    /// <param name="suffix">What follows each number: "f" for floats.</param>
    /// <param name="lines">The weights of each line.</param>
    public static string Lines(string suffix, params IEnumerable<double>[] lines) => string.Concat(lines.Select(line =>
        $"        {string.Join(", ", line.Select(weight => weight.ToString("0.00", CultureInfo.InvariantCulture) + suffix))},\n"));
}
