using System.Globalization;

namespace GrooveGuru.Fitting;

/// <summary>Weights as C#.</summary>
internal static class WeightsText
{
    private const int PerLine = 15;

    /// <summary>A field with weights, four decimals each.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shape">What the weights are, for the comment above.</param>
    /// <param name="weights">The weights.</param>
    public static string Field(string name, string shape, IEnumerable<float> weights)
    {
        IEnumerable<string> lines = weights.Chunk(PerLine).Select(line =>
            $"        {string.Join(", ", line.Select(weight => weight.ToString("0.####", CultureInfo.InvariantCulture) + "f"))},\n");
        return $"    // [{shape}]\n    private static readonly float[] {name} =\n    [\n{string.Concat(lines)}    ];\n";
    }

    /// <summary>Writes a file of weights.</summary>
    /// <param name="text">The C#.</param>
    /// <param name="file">Where to; null for standard output.</param>
    public static void Write(string text, string? file)
    {
        if (file is null)
        {
            Console.Write(text);
        }
        else
        {
            File.WriteAllText(file, text);
        }
    }
}
