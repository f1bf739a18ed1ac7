namespace GrooveGuru.Architecture.Tests;

/// <summary>One place that breaks a rule of the house.</summary>
/// <param name="Where">File, type or method.</param>
/// <param name="What">The rule that is broken, and by what.</param>
internal sealed record Finding(string Where, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Where}: {What}";

    /// <summary>Fails with the whole list, one finding a line.</summary>
    public static void AssertNone(IEnumerable<Finding> findings)
    {
        string[] lines = findings.Select(finding => finding.ToString()).Distinct().ToArray();
        Assert.True(lines.Length == 0, $"{lines.Length} finding(s):{Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
    }
}
