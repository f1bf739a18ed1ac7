using System.Globalization;
using System.Text.Json;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Evaluation;

/// <summary>An object of a truth file, or a value in it, that says in plain words which entry and field is wrong.</summary>
/// <param name="Where">File and entry, for messages.</param>
/// <param name="Value">The value.</param>
internal readonly record struct TruthEntry(string Where, JsonElement Value)
{
    /// <summary>The error that a message tells.</summary>
    public GrooveGuruException Error(string message) => new($"{Where}: {message}");

    /// <summary>A field; null where it is missing or null.</summary>
    public TruthEntry? Field(string name) =>
        Value.TryGetProperty(name, out JsonElement found) && found.ValueKind != JsonValueKind.Null
            ? new TruthEntry($"{Where}, \"{name}\"", found)
            : null;

    /// <summary>A text that is not empty.</summary>
    public string Text(string example) => Value.ValueKind == JsonValueKind.String && Value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
        ? text
        : throw Error($"{Shown} is no text; \"{example}\" would be.");

    /// <summary>A text that must be there.</summary>
    public string RequiredText(string name, string example) =>
        (Field(name) ?? throw Error($"there is no \"{name}\".")).Text(example);

    /// <summary>A finite number.</summary>
    public double Number() => Value.ValueKind == JsonValueKind.Number && Value.TryGetDouble(out double number) && double.IsFinite(number)
        ? number
        : throw Error($"{Shown} is no number.");

    /// <summary>A time, s, 0 or more.</summary>
    public double Seconds() => Number() is >= 0 and var seconds ? seconds : throw Error($"{Shown} is no time in seconds; 0 is the earliest.");

    /// <summary>A whole number within limits.</summary>
    public int Whole(int min, int max) => Number() is var number && number >= min && number <= max && number == Math.Floor(number)
        ? (int)number
        : throw Error(string.Create(CultureInfo.InvariantCulture, $"{Shown} is no whole number from {min} to {max}."));

    /// <summary>The values of a list, numbered from 1 in messages.</summary>
    public IReadOnlyList<TruthEntry> Items()
    {
        if (Value.ValueKind != JsonValueKind.Array)
        {
            throw Error($"{Shown} is no list.");
        }

        string where = Where;
        return [.. Value.EnumerateArray().Select((item, index) => new TruthEntry(
            string.Create(CultureInfo.InvariantCulture, $"{where} {index + 1}"), item))];
    }

    /// <summary>Itself where it is an object.</summary>
    public TruthEntry Object(string expected) => Value.ValueKind == JsonValueKind.Object
        ? this
        : throw Error($"{Shown} is none; {expected} is expected.");

    private string Shown
    {
        get
        {
            const int longest = 40;
            string text = Value.GetRawText().ReplaceLineEndings(" ");
            return text.Length > longest ? text[..longest] + "…" : text;
        }
    }
}
