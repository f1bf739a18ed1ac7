using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GrooveGuru.ModelBuild.TensorFlow;

/// <summary>A node of a TensorFlow graph.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Operator">The operator's name in TensorFlow.</param>
/// <param name="Inputs">The names of the nodes whose first output it takes.</param>
/// <param name="Attributes">Its settings as the file gives them: whole numbers as text, text in base64.</param>
internal sealed record TfNode(
    string Name, string Operator, IReadOnlyList<string> Inputs, IReadOnlyDictionary<string, JsonElement> Attributes)
{
    /// <summary>A whole number.</summary>
    /// <returns>0 where the node does not say.</returns>
    public long Number(string attribute)
        => Attributes.TryGetValue(attribute, out JsonElement value) && value.TryGetProperty("i", out JsonElement number) ? Whole(number) : 0;

    /// <summary>Whole numbers.</summary>
    /// <returns>None where the node does not say.</returns>
    public long[] Numbers(string attribute)
        => Attributes.TryGetValue(attribute, out JsonElement value) && value.TryGetProperty("list", out JsonElement list)
            && list.TryGetProperty("i", out JsonElement numbers) ? [.. numbers.EnumerateArray().Select(Whole)] : [];

    /// <summary>Whether a switch is on.</summary>
    public bool Is(string attribute)
        => Attributes.TryGetValue(attribute, out JsonElement value) && value.TryGetProperty("b", out JsonElement state) && state.GetBoolean();

    /// <summary>Text.</summary>
    /// <returns>Empty where the node does not say.</returns>
    public string Text(string attribute)
        => Attributes.TryGetValue(attribute, out JsonElement value) && value.TryGetProperty("s", out JsonElement text) ? Decode(text) : "";

    /// <summary>Texts.</summary>
    /// <returns>None where the node does not say.</returns>
    public string[] Texts(string attribute)
        => Attributes.TryGetValue(attribute, out JsonElement value) && value.TryGetProperty("list", out JsonElement list)
            && list.TryGetProperty("s", out JsonElement texts) ? [.. texts.EnumerateArray().Select(Decode)] : [];

    /// <summary>A whole number as the file writes it: as text, or as a number.</summary>
    public static long Whole(JsonElement number) => number.ValueKind == JsonValueKind.String
        ? long.Parse(number.GetString()!, CultureInfo.InvariantCulture)
        : number.GetInt64();

    private static string Decode(JsonElement text) => Encoding.UTF8.GetString(Convert.FromBase64String(text.GetString()!));
}
