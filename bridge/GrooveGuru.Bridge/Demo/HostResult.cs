using System.Text.Json;

namespace GrooveGuru.Bridge.Demo;

/// <summary>What the headless host saw.</summary>
/// <param name="BitIdentical">Whether the output was the input, bit for bit.</param>
/// <param name="OutputParameters">The plugin's read-only parameters at the end: name and text.</param>
internal sealed record HostResult(bool BitIdentical, IReadOnlyList<KeyValuePair<string, string>> OutputParameters)
{
    /// <summary>Reads the host's JSON.</summary>
    public static HostResult Parse(JsonElement json) => new(
        json.GetProperty("bit_identical").GetBoolean(),
        [.. json.GetProperty("outputs").EnumerateObject().Select(parameter => KeyValuePair.Create(
            parameter.Name, parameter.Value.GetProperty("text").GetString()!))]);
}
