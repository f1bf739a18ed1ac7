namespace GrooveGuru.EndToEnd.Tests;

/// <summary>The built product, as ./groove build leaves it.</summary>
internal static class Product
{
    /// <summary>The folder of the solution file.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The plugin's bundle.</summary>
    public static string Bundle { get; } = Path.Combine(Root, "artifacts", "vst3", "GrooveGuru.vst3");

    /// <summary>The bridge's program.</summary>
    public static string Bridge { get; } = Path.Combine(Root, "artifacts", "bridge", "grooveguru");

    /// <summary>Our headless host's program.</summary>
    public static string Host { get; } = Path.Combine(Root, "artifacts", "host", "grooveguru-host");

    /// <summary>Why a test that needs these files cannot run; null where it can.</summary>
    public static string? ReasonToSkip(params string[] paths)
    {
        string[] missing = paths.Where(path => !Path.Exists(path)).Select(path => Path.GetRelativePath(Root, path)).ToArray();
        return missing.Length == 0 ? null : $"not built (./groove build): {string.Join(", ", missing)}";
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GrooveGuru.Plugin.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run below the folder of GrooveGuru.Plugin.sln.");
    }
}
