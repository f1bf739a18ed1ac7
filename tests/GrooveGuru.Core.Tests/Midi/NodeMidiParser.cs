using System.Diagnostics;
using System.Text.Json;

namespace GrooveGuru.Core.Tests.Midi;

/// <summary>The public MIDI parser of npm, exactly as locked in MidiJs, run by Node.</summary>
internal static class NodeMidiParser
{
    private static readonly Lazy<string> Folder = new(FetchPackages);

    public static bool IsInstalled { get; } = OnPath("node") && OnPath("npm");

    /// <summary>What it reads of a file; fails the test where it cannot.</summary>
    public static JsonDocument Read(string path) => JsonDocument.Parse(Run("node", Folder.Value, "read.mjs", path));

    private static string FetchPackages()
    {
        string folder = FindFolder();
        if (!File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json"))) // npm writes this file last
        {
            Run(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        }

        return folder;
    }

    private static string Run(string program, string folder, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end within two minutes.");
        }

        Assert.True(process.ExitCode == 0, $"{program}: {errors.Result}");
        return output.Result;
    }

    private static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe"))
            || File.Exists(Path.Combine(folder, program + ".cmd")));

    private static string FindFolder()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "MidiJs");
            if (File.Exists(Path.Combine(folder, "package.json")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException("MidiJs lies beside the test project.");
    }
}
