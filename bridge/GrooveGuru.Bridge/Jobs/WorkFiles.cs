namespace GrooveGuru.Bridge.Jobs;

/// <summary>Runs work into a folder of the user's, so that only whole files appear there.</summary>
internal static class WorkFiles
{
    /// <summary>Works in a hidden folder inside the target, then moves the files up.</summary>
    /// <returns>The files at their final place.</returns>
    public static IReadOnlyList<string> Produce(
        IJobWork work, WorkInput input, string targetFolder, IProgress<double> progress, CancellationToken cancellation)
    {
        using (input.Open())
        {
            // an unreadable input is refused before anything is made
        }

        bool made = !Directory.Exists(targetFolder);
        string unfinished = Path.Combine(targetFolder, $".unfinished-{Environment.ProcessId}");
        Directory.CreateDirectory(unfinished);
        try
        {
            work.Run(input, unfinished, progress, cancellation);
            List<string> files = [];
            foreach (string file in Directory.EnumerateFiles(unfinished).Order(StringComparer.Ordinal))
            {
                string target = Path.Combine(targetFolder, Path.GetFileName(file));
                File.Move(file, target, overwrite: true);
                files.Add(target);
            }

            return files;
        }
        finally
        {
            Directory.Delete(unfinished, recursive: true);
            if (made && !Directory.EnumerateFileSystemEntries(targetFolder).Any())
            {
                Directory.Delete(targetFolder);
            }
        }
    }
}
