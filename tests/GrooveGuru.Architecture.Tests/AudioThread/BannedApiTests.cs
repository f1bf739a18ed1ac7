using System.Diagnostics;
using System.Text.RegularExpressions;
using GrooveGuru.Architecture.Tests.Sources;

namespace GrooveGuru.Architecture.Tests.AudioThread;

/// <summary>The analyzer that bans calls by folder is wired, and it bites.</summary>
public sealed partial class BannedApiTests
{
    private static readonly TimeSpan BuildTimeout = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("core/GrooveGuru.Core")]
    [InlineData("plugin/GrooveGuru.Plugin")]
    public void Analyzer_OfRealtimeProject_IsRestored(string project) => Assert.Contains(
        "Microsoft.CodeAnalysis.BannedApiAnalyzers/",
        File.ReadAllText(Path.Combine(Repository.Root, project, "obj", "project.assets.json")),
        StringComparison.Ordinal);

    [Fact]
    public async Task Build_PlantedViolations_FailsInTheRealtimeFolderOnly()
    {
        string output = await BuildPlantedAsync();
        string[] errors = BannedApiError().Matches(output).Select(match => match.Value).Distinct().Order().ToArray();
        Assert.True(errors.Length > 0, output);
        Assert.Equal(["BannedHere.cs(6", "BannedHere.cs(8", "BannedHere.cs(10"], errors.OrderBy(error => error.Length));
    }

    private static async Task<string> BuildPlantedAsync()
    {
        ProcessStartInfo start = new("dotnet", ["build", "tests/GrooveGuru.PlantedViolations", "-nologo", "-m:1", "-nodeReuse:false"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        using Process build = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        using CancellationTokenSource timeout = new(BuildTimeout);
        try
        {
            Task<string> errors = build.StandardError.ReadToEndAsync(timeout.Token);
            string output = await build.StandardOutput.ReadToEndAsync(timeout.Token);
            await build.WaitForExitAsync(timeout.Token);
            Assert.NotEqual(0, build.ExitCode);
            return output + await errors;
        }
        finally
        {
            build.Kill(entireProcessTree: true);
        }
    }

    [GeneratedRegex(@"\w+\.cs\(\d+(?=,\d+\): error RS0030)")]
    private static partial Regex BannedApiError();
}
