namespace GrooveGuru.Bridge;

/// <summary>What the user types to call this program.</summary>
internal static class ProgramName
{
    private const string Variable = "GROOVEGURU_NAME";

    /// <summary>The name: what a script that stands in front says, or the program's own.</summary>
    public static string Current { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name ? name : "grooveguru";
}
