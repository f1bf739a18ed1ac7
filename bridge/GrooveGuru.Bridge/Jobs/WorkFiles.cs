using GrooveGuru.Bridge.Library;

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

        return StagedFolder.Fill(targetFolder, unfinished => work.Run(input, unfinished, progress, cancellation));
    }
}
