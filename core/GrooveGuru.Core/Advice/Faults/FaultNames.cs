using System.Text;

namespace GrooveGuru.Core.Advice.Faults;

/// <summary>Faults and strengths as they stand in tables and JSON: "dull_top", "weak".</summary>
public static class FaultNames
{
    /// <summary>A fault.</summary>
    public static string Of(FaultKind kind) => SnakeCase(kind.ToString());

    /// <summary>A strength.</summary>
    public static string Of(FaultStrength strength) => SnakeCase(strength.ToString());

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
