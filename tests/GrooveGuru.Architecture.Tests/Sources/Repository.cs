using System.Diagnostics;

namespace GrooveGuru.Architecture.Tests.Sources;

/// <summary>The files of the repository that these tests run in.</summary>
internal static class Repository
{
    private static readonly string[] UntrackedFolders = ["bin", "obj", ".git", "artifacts", "out", "node_modules", "TestResults"];

    /// <summary>The folder of the solution file.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file that is tracked, or new and not ignored; paths relative to the root with forward slashes.</summary>
    /// <remarks>Where git is absent (a source archive), every file outside the build's own folders.</remarks>
    public static IReadOnlyList<string> FilePaths { get; } = ListFiles();

    /// <summary>The C# sources.</summary>
    public static IReadOnlyList<SourceFile> CSharpFiles { get; } =
        FilePaths.Where(path => path.EndsWith(".cs", StringComparison.Ordinal)).Select(Read).ToArray();

    /// <summary>One file with its text.</summary>
    public static SourceFile Read(string path) => new(path, File.ReadAllText(Path.Combine(Root, path)));

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

    private static string[] ListFiles()
    {
        if (!Path.Exists(Path.Combine(Root, ".git")))
        {
            return Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
                .Where(path => !path.Split('/').Any(segment => UntrackedFolders.Contains(segment)))
                .ToArray();
        }

        ProcessStartInfo start = new("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using Process git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(path => File.Exists(Path.Combine(Root, path)))
            .ToArray();
    }
}
