namespace GrooveGuru.Bridge.Library;

/// <summary>Writes a file so that it is either there whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the target, flushes to the disk, then renames.</summary>
    /// <param name="path">The target; its folder is made where it is missing.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The disk is full or fails; the target is as it was.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string part = $"{full}.{Environment.ProcessId}.part";
        try
        {
            using (FileStream stream = new(part, FileMode.Create, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, full, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
