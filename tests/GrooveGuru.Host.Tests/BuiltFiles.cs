namespace GrooveGuru.Host.Tests;

/// <summary>What ./groove build makes. A missing file fails the test that needs it.</summary>
internal static class BuiltFiles
{
    private static readonly string Root = FindRoot();

    /// <summary>The bundle.</summary>
    public static string Bundle => Require(Path.Combine(Root, "artifacts", "vst3", "GrooveGuru.vst3"), Directory.Exists);

    /// <summary>The binary in it.</summary>
    public static string Binary => Require(Path.Combine(Bundle, "Contents", "x86_64-linux", "GrooveGuru.so"), File.Exists);

    /// <summary>The names of its functions, which the binary itself does not carry.</summary>
    public static string Symbols => Require(Path.Combine(Root, "artifacts", "symbols", "GrooveGuru.so.dbg"), File.Exists);

    /// <summary>The bridge's program.</summary>
    public static string Bridge => Require(Path.Combine(Root, "artifacts", "bridge", "grooveguru"), File.Exists);

    private static string Require(string path, Predicate<string> exists)
    {
        Assert.True(exists(path), $"{Path.GetRelativePath(Root, path)} is missing: build it with ./groove build.");
        return path;
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "GrooveGuru.Plugin.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The repository was not found above the tests.");
    }
}
