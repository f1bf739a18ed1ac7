using System.Text.RegularExpressions;

namespace GrooveGuru.Architecture.Tests.Sources;

/// <summary>What no tracked text file contains: where it was made, and where its packages came from.</summary>
internal static partial class TextRules
{
    /// <summary>Extensions that are data, not text.</summary>
    private static readonly string[] BinaryExtensions =
        [".png", ".jpg", ".ico", ".wav", ".flac", ".mp3", ".mid", ".onnx", ".bin", ".zip", ".woff2", ".ttf", ".so", ".dll", ".exe"];

    /// <summary>Whether a path is worth reading as text.</summary>
    public static bool IsText(string path) => !BinaryExtensions.Contains(Path.GetExtension(path).ToLowerInvariant());

    /// <summary>No native binary is tracked: they are built or fetched with a checksum.</summary>
    public static IEnumerable<Finding> NoBinaries(IEnumerable<string> paths) => paths
        .Where(path => Path.GetExtension(path).ToLowerInvariant() is ".so" or ".dll" or ".exe" or ".dylib" or ".a" or ".lib" or ".node")
        .Select(path => new Finding(path, "a binary in the repository"));

    /// <summary>No path of the machine that it was written on; a name of one or two letters is a test's example.</summary>
    public static IEnumerable<Finding> NoMachinePaths(SourceFile file) => Matches(file, MachinePath(), "a path of one machine");

    /// <summary>No address of a package host; a lock file names versions and checksums, not where they were fetched.</summary>
    public static IEnumerable<Finding> NoPackageHosts(SourceFile file) => Matches(file, PackageHost(), "an address of a package host");

    private static IEnumerable<Finding> Matches(SourceFile file, Regex pattern, string what)
    {
        string[] lines = file.Text.Split('\n');
        for (int index = 0; index < lines.Length; index++)
        {
            if (pattern.Match(lines[index]) is { Success: true } match)
            {
                yield return new Finding($"{file.Path}:{index + 1}", $"{what}: {match.Value}");
            }
        }
    }

    [GeneratedRegex(@"(?<![\w.~$}*)>-])/(home|root|Users|work|workspace|mnt)/\w{3,}|[A-Z]:\\Users\\\w{3,}")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"https?://[^\s""'<>]*(nuget|npmjs|registry|artifactory|nexus|pypi|jfrog|pkgs\.)[^\s""'<>]*|""resolved""\s*:\s*""https?:")]
    private static partial Regex PackageHost();
}
