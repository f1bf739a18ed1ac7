using System.Globalization;
using GrooveGuru.EndToEnd.Tests.Processes;

namespace GrooveGuru.EndToEnd.Tests.Ardour;

/// <summary>One value of a plugin parameter, as Ardour saw it.</summary>
/// <param name="Moment">The step of the script: "inserted", "rolling".</param>
/// <param name="IsOutput">Whether it is one that the plugin writes.</param>
/// <param name="Value">Its plain value.</param>
/// <param name="Label">Its title.</param>
internal sealed record ParameterReading(string Moment, bool IsOutput, double Value, string Label)
{
    /// <summary>All readings in a script's output, in order.</summary>
    public static IReadOnlyList<ParameterReading> AllOf(ProcessOutput output) => output.LinesOf("PARAMETER").Select(line =>
    {
        string[] parts = line.Split(' ', 6);
        return new ParameterReading(parts[1], parts[3] == "out", double.Parse(parts[4], CultureInfo.InvariantCulture), parts[5].Trim());
    }).ToArray();
}
