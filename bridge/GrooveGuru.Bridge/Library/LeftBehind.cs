using System.Globalization;
using GrooveGuru.Bridge.Diagnosis;

namespace GrooveGuru.Bridge.Library;

/// <summary>Folders that carry the id of the process that works in them, so that those of a killed one can be told and removed.</summary>
internal static class LeftBehind
{
    /// <summary>A name of this process that no other folder has.</summary>
    public static string NewName() => string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Guid.NewGuid():N}");

    /// <summary>Whether a file or folder carries the id of a process that has ended.</summary>
    public static bool IsOfEndedProcess(string path) =>
        int.TryParse(Path.GetFileName(path).Split('-')[0], CultureInfo.InvariantCulture, out int processId) && !Processes.IsAlive(processId);

    /// <summary>Removes the folders within <paramref name="parent"/> whose process has ended.</summary>
    public static void Remove(string parent)
    {
        if (!Directory.Exists(parent))
        {
            return;
        }

        foreach (string folder in Directory.EnumerateDirectories(parent))
        {
            if (!IsOfEndedProcess(folder))
            {
                continue;
            }

            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Another user's leftovers, say: they cost space, but are no reason not to start.
            }
        }
    }
}
