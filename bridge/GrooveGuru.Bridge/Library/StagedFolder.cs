using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Library;

/// <summary>Fills a folder of the user's so that only whole files appear there.</summary>
internal static class StagedFolder
{
    /// <summary>Lets files be made in a hidden folder inside the target, then moves them up, with the folders they lie in.</summary>
    /// <param name="targetFolder">The folder; made where it is missing, and taken away again where nothing comes of it.</param>
    /// <param name="fill">Makes the files in the folder that it is given; whatever it throws, nothing of them stays.</param>
    /// <returns>The files at their final place, in the order of their names.</returns>
    /// <exception cref="GrooveGuruException">The folder cannot be made or written to.</exception>
    /// <exception cref="IOException">The disk is full or fails.</exception>
    public static IReadOnlyList<string> Fill(string targetFolder, Action<string> fill)
    {
        string[] made = [.. Missing(targetFolder)];
        string unfinished = Path.Combine(targetFolder, $".unfinished-{Environment.ProcessId}");
        Make(unfinished, targetFolder);
        try
        {
            fill(unfinished);
            List<string> files = [];
            foreach (string file in Directory.EnumerateFiles(unfinished, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                string target = Path.Combine(targetFolder, Path.GetRelativePath(unfinished, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(file, target, overwrite: true);
                files.Add(target);
            }

            return files;
        }
        finally
        {
            Directory.Delete(unfinished, recursive: true);
            foreach (string folder in made.TakeWhile(folder => !Directory.EnumerateFileSystemEntries(folder).Any()))
            {
                Directory.Delete(folder);
            }
        }
    }

    private static void Make(string unfinished, string targetFolder)
    {
        try
        {
            Directory.CreateDirectory(unfinished);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GrooveGuruException($"Nothing can be written to the folder {targetFolder}: choose another one, or free it for writing.", error);
        }
    }

    // The folder and those around it that are not there yet, innermost first.
    private static IEnumerable<string> Missing(string folder)
    {
        for (string? at = Path.GetFullPath(folder); at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at))
        {
            yield return at;
        }
    }
}
