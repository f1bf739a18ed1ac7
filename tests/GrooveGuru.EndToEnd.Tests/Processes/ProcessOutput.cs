namespace GrooveGuru.EndToEnd.Tests.Processes;

/// <summary>What an external process left.</summary>
/// <param name="CommandLine">How it was started.</param>
/// <param name="ExitCode">Its exit code; null when it ran past its time and was ended.</param>
/// <param name="Text">Both outputs, as they came.</param>
internal sealed record ProcessOutput(string CommandLine, int? ExitCode, string Text)
{
    /// <summary>Its lines that begin with a word.</summary>
    public IEnumerable<string> LinesOf(string word) => Text.Split('\n').Where(line => line.StartsWith($"{word} ", StringComparison.Ordinal));

    /// <summary>Fails with everything that it said.</summary>
    public ProcessOutput AssertSucceeded()
    {
        Assert.True(ExitCode == 0, $"{(ExitCode is { } code ? $"exit {code}" : "timed out")}: {this}");
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{CommandLine}{Environment.NewLine}{Text}";
}
