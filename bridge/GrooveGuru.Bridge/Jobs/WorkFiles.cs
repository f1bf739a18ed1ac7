using GrooveGuru.Bridge.Library;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>Runs work into a folder of the user's, so that only whole files appear there.</summary>
internal static class WorkFiles
{
    /// <summary>Works in a hidden folder inside the target, then moves the files up.</summary>
    /// <returns>The files at their final place, and what the user should know of them; null for nothing.</returns>
    public static (IReadOnlyList<string> Files, string? Notice) Produce(
        IJobWork work, WorkInput input, string targetFolder, IProgress<WorkStep> progress, CancellationToken cancellation)
    {
        using (input.Open())
        {
            // an unreadable input is refused before anything is made
        }

        string? notice = null;
        IReadOnlyList<string> files = StagedFolder.Fill(targetFolder, unfinished =>
        {
            work.Run(input, unfinished, progress, cancellation);
            notice = WorkNotice.Take(unfinished);
        });
        return (files, notice);
    }
}
