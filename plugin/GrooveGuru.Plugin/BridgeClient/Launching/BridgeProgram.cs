namespace GrooveGuru.Plugin.BridgeClient.Launching;

/// <summary>Where the bridge's program is.</summary>
/// <param name="environment">Reads an environment variable.</param>
/// <remarks>
/// In this order: the variable GROOVEGURU_BRIDGE; the first line of the file bridge-path in the user's data folder, which
/// installing writes; beside the plugin's bundle; where packages put it. A .dll is run by the dotnet command.
/// </remarks>
internal sealed class BridgeProgram(Func<string, string?> environment)
{
    /// <summary>The variable that names the program.</summary>
    public const string PathVariable = "GROOVEGURU_BRIDGE";

    /// <summary>What to tell when there is none.</summary>
    public const string NotFound =
        "the bridge is not installed: run ./groove install, or set GROOVEGURU_BRIDGE to the path of grooveguru";

    /// <summary>The program and the arguments that come before its verb.</summary>
    /// <returns>Null where there is none.</returns>
    public IReadOnlyList<string>? Find()
    {
        foreach (string? candidate in Candidates())
        {
            if (!string.IsNullOrWhiteSpace(candidate) && File.Exists(candidate))
            {
                return candidate.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? ["dotnet", candidate] : [candidate];
            }
        }

        return null;
    }

    private IEnumerable<string?> Candidates()
    {
        string name = OperatingSystem.IsWindows() ? "grooveguru.exe" : "grooveguru";
        yield return environment(PathVariable);
        yield return DataFolder() is { } data ? FirstLine(Path.Combine(data, "bridge-path")) : null;
        if (OwnModule.FindBundle() is { } bundle && Path.GetDirectoryName(bundle) is { } beside)
        {
            yield return Path.Combine(beside, "grooveguru", name);
            yield return Path.Combine(bundle, "Contents", "Resources", "bridge", name);
        }

        if (OperatingSystem.IsWindows())
        {
            yield return Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Groove Guru", name);
        }
        else
        {
            yield return "/usr/lib/grooveguru/grooveguru";
            yield return "/usr/local/lib/grooveguru/grooveguru";
        }
    }

    // Null without a home: a relative one would be looked for wherever the host happens to be.
    private string? DataFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "GrooveGuru");
        }

        return environment("XDG_DATA_HOME") is { } data && Path.IsPathFullyQualified(data) ? Path.Combine(data, "grooveguru")
            : environment("HOME") is { } home && Path.IsPathFullyQualified(home) ? Path.Combine(home, ".local", "share", "grooveguru")
            : null;
    }

    private static string? FirstLine(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadLines(path).FirstOrDefault()?.Trim() : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
