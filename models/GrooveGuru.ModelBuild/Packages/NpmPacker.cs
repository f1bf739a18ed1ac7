using System.ComponentModel;
using System.Diagnostics;

namespace GrooveGuru.ModelBuild.Packages;

/// <summary>Fetches packages with npm, from where the user's npm is told to look.</summary>
internal sealed class NpmPacker : IPackagePacker
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public string Pack(string name, string version, string folder)
    {
        ProcessStartInfo start = new(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
        {
            ArgumentList = { "pack", $"{name}@{version}", "--ignore-scripts", "--silent", "--pack-destination", folder },
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process npm = Start(start);
        Task<string> errors = npm.StandardError.ReadToEndAsync(), output = npm.StandardOutput.ReadToEndAsync();
        if (!npm.WaitForExit(Limit))
        {
            npm.Kill(entireProcessTree: true);
            throw new IOException($"npm has not fetched {name} {version} within {Limit.TotalMinutes:0} minutes");
        }

        string[] packed = Directory.GetFiles(folder, "*.tgz");
        Task.WaitAll(errors, output);
        return npm.ExitCode == 0 && packed.Length == 1
            ? packed[0]
            : throw new IOException($"npm could not fetch {name} {version}: {(errors.Result + output.Result).Trim()}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new IOException("npm was not found: install Node 20 with npm; it fetches ONNX Runtime and Basic Pitch.", error);
        }
    }
}
