namespace GrooveGuru.Core.Tests;

/// <summary>Finds the shared data beside the repository.</summary>
internal static class SharedData
{
    public static string? Folder { get; } = Find();

    public static string Path(string relative) => System.IO.Path.Combine(Folder!, relative);

    private static string? Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(at.FullName, "GrooveGuru.Plugin.sln")))
            {
                string shared = System.IO.Path.Combine(at.Parent?.FullName ?? "", "shared");
                return Directory.Exists(shared) ? shared : null;
            }
        }

        return null;
    }
}
