namespace GrooveGuru.Bridge.Library;

/// <summary>Writes a file so that it is either there whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the target, flushes to the disk, then renames; straight into a device or a pipe.</summary>
    /// <param name="path">The target, or a link to it; its folder is made where that alone is missing.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The target is a folder, lies in a missing one, or the disk is full or fails; it is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string target = RealPath.Of(path);
        if (FileKind.IsSpecial(target))
        {
            Name(path, target, () =>
            {
                using FileStream stream = new(target, FileMode.Open, FileAccess.Write);
                write(stream);
            });
            return;
        }

        string folder = RequireFolder(path, target);
        string part = PartOf(target);
        Name(path, part, () =>
        {
            Directory.CreateDirectory(folder);
            try
            {
                using (FileStream stream = new(part, FileMode.Create, FileAccess.Write))
                {
                    write(stream);
                    stream.Flush(flushToDisk: true);
                }

                File.Move(part, target, overwrite: true);
            }
            finally
            {
                File.Delete(part);
            }
        });
    }

    /// <summary>Finds out before long work whether its result could be written; leaves nothing behind.</summary>
    /// <exception cref="IOException">The target is a folder, lies in a missing one, or the disk fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void RequireWritable(string path)
    {
        string target = RealPath.Of(path);
        if (FileKind.IsSpecial(target))
        {
            return; // to open a pipe would wait for its reader
        }

        string folder = RequireFolder(path, target);
        string part = Path.Combine(Directory.Exists(folder) ? folder : Path.GetDirectoryName(folder)!, Path.GetFileName(PartOf(target)));
        Name(path, part, () =>
        {
            try
            {
                new FileStream(part, FileMode.Create, FileAccess.Write).Dispose();
            }
            finally
            {
                File.Delete(part);
            }
        });
    }

    private static string PartOf(string target) => $"{target}.{Environment.ProcessId}.part";

    // A mistyped path must not grow a tree of folders: no more than the last one is made.
    private static string RequireFolder(string path, string target)
    {
        if (Directory.Exists(target) || Path.EndsInDirectorySeparator(path) || Path.GetDirectoryName(target) is not { } folder)
        {
            throw new IOException($"{path} is a folder; the name of a file is needed.");
        }

        if (File.Exists(folder))
        {
            throw new IOException($"{path} cannot be written: {folder} is a file, not a folder.");
        }

        if (!Directory.Exists(folder) && !MayGrow(folder))
        {
            throw new DirectoryNotFoundException($"{path} cannot be written: there is no folder {folder}.");
        }

        return folder;
    }

    // Nothing is made at the root of the disk.
    private static bool MayGrow(string folder) =>
        Path.GetDirectoryName(folder) is { } parent && Path.GetDirectoryName(parent) is not null && Directory.Exists(parent);

    // The user knows the path that was asked for, not the one beside it that is written first.
    private static void Name(string path, string written, Action act)
    {
        try
        {
            act();
        }
        catch (UnauthorizedAccessException error) when (error.Message.Contains(written, StringComparison.Ordinal))
        {
            throw new UnauthorizedAccessException($"{path} may not be written.", error);
        }
        catch (IOException error) when (error.Message.Contains(written, StringComparison.Ordinal))
        {
            throw new IOException(error.Message.Replace(written, path, StringComparison.Ordinal), error);
        }
    }
}
