namespace GrooveGuru.Bridge.Tests.Cli;

/// <summary>No call of the command line may cost its user a file that is not its result.</summary>
public sealed class OutputFileTests : IDisposable
{
    private readonly CommandLineFolder _at = new();

    public void Dispose() => _at.Dispose();

    [Theory]
    [InlineData("analyze", "tone.wav", "--html", "tone.wav")]
    [InlineData("analyze", "tone.wav", "--json", "link.wav")]
    [InlineData("analyze", "link.wav", "--json", "./tone.wav")]
    [InlineData("analyze", "tone.wav", "--json", "a.out", "--html", "./a.out")]
    [InlineData("midi", "tone.wav", "--json", "tone.wav")]
    [InlineData("stems", "harmonic/harmonic.wav", "--out", ".")]
    [InlineData("stems", "tone.wav", "--out", "out", "--json", "out/tone/harmonic.wav")]
    [InlineData("evaluate", "analysis", "--truth", "truth.json", "--audio", ".", "--json", "truth.json")]
    [InlineData("evaluate", "analysis", "--truth", "truth.json", "--audio", ".", "--json", "tone.wav")]
    [InlineData("evaluate", "advice", "--audio", ".", "--json", "link.wav")]
    public void Output_TakesThePlaceOfAnInputOrAnother_IsWrongUsageAndWritesNothing(params string[] arguments)
    {
        string tone = _at.WriteTone("tone.wav", seconds: 1), truth = Path.Combine(_at.Path, "truth.json");
        File.CreateSymbolicLink(Path.Combine(_at.Path, "link.wav"), "tone.wav");
        Directory.CreateDirectory(Path.Combine(_at.Path, "harmonic"));
        File.Copy(tone, Path.Combine(_at.Path, "harmonic", "harmonic.wav"));
        File.WriteAllText(truth, """[{"id": "a", "file": "tone.wav", "bpm": 120}]""");
        Dictionary<string, byte[]> before = Contents();

        CommandLineResult result = _at.Run(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Matches("would overwrite|both write", result.Error);
        Assert.Equal(before, Contents());
    }

    [Theory]
    [InlineData("--html", "a/b/page.html", "there is no folder")]
    [InlineData("--json", "folder", "is a folder")]
    [InlineData("--json", "tone.wav/x.json", "is a file, not a folder")]
    public void Output_CannotBeWritten_IsSaidBeforeTheAnalysis(string option, string path, string message)
    {
        Directory.CreateDirectory(Path.Combine(_at.Path, "folder"));
        File.WriteAllText(Path.Combine(_at.Path, "tone.wav"), "no audio"); // what an analysis would complain about

        CommandLineResult result = _at.Run("analyze", "tone.wav", option, path);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
        Assert.False(Directory.Exists(Path.Combine(_at.Path, "a")));
    }

    private Dictionary<string, byte[]> Contents() => Directory.EnumerateFiles(_at.Path, "*", SearchOption.AllDirectories)
        .ToDictionary(file => file, File.ReadAllBytes);
}
