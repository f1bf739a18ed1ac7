using System.Diagnostics;

namespace GrooveGuru.Contracts.Tests.Judging;

/// <summary>Runs the scripts in GrpcJs; fetches their packages, exactly as locked, when they are not there yet.</summary>
internal static class NodeProgram
{
    private static readonly string Folder = FindFolder();
    private static readonly Lazy<Task> Packages = new(FetchPackagesAsync);

    public static bool IsInstalled { get; } = OnPath("node") && OnPath("npm");

    public static async Task<Process> StartAsync(string script, params string[] arguments)
    {
        await Packages.Value;
        return Start("node", [script, .. arguments]);
    }

    /// <summary>Runs a script to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string script, params string[] arguments)
    {
        using Process process = await StartAsync(script, arguments);
        return await EndAsync(process, TimeSpan.FromSeconds(90));
    }

    private static async Task FetchPackagesAsync()
    {
        // npm writes this file last.
        if (File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
        {
            return;
        }

        using Process process = Start(
            OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        (int exitCode, string output) = await EndAsync(process, TimeSpan.FromSeconds(120));
        Assert.True(exitCode == 0, $"npm ci failed: {output}");
    }

    private static Process Start(string program, IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static async Task<(int ExitCode, string Output)> EndAsync(Process process, TimeSpan patience)
    {
        using var late = new CancellationTokenSource(patience);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(late.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(late.Token);
            await process.WaitForExitAsync(late.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{process.StartInfo.FileName} did not end within {patience.TotalSeconds} s.");
        }
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe"))
                || File.Exists(Path.Combine(folder, program + ".cmd")));

    private static string FindFolder()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "GrpcJs");
            if (File.Exists(Path.Combine(folder, "package.json")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException("GrpcJs lies beside the test project.");
    }
}
