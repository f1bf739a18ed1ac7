namespace GrooveGuru.Bridge.Library;

/// <summary>
/// Finished work on disk, found by what it was made from: the audio's hash, the kind of work and the version of its method.
/// A second run is instant, and a result of another method is never taken for this one.
/// </summary>
internal sealed class ContentLibrary
{
    private readonly string _folder;

    /// <summary>A library in a folder, which is made at the first result.</summary>
    public ContentLibrary(string folder) => _folder = folder;

    /// <summary>The finished files for a key, by name; null when there are none.</summary>
    public IReadOnlyList<string>? Find(string audioHash, string method)
    {
        string entry = EntryFolder(audioHash, method);
        return Directory.Exists(entry) ? [.. Directory.EnumerateFiles(entry).Order(StringComparer.Ordinal)] : null;
    }

    /// <summary>A new empty folder to work in, on the library's disk.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public string BeginWork()
    {
        string work = Path.Combine(_folder, "unfinished", Guid.NewGuid().ToString("N"));
        DataFolders.CreatePrivate(work);
        return work;
    }

    /// <summary>Takes finished work in, in one step.</summary>
    /// <returns>The files at their final place.</returns>
    public IReadOnlyList<string> Commit(string workFolder, string audioHash, string method)
    {
        string entry = EntryFolder(audioHash, method);
        DataFolders.CreatePrivate(Path.GetDirectoryName(entry)!);
        try
        {
            Directory.Move(workFolder, entry);
        }
        catch (IOException) when (Directory.Exists(entry))
        {
            Directory.Delete(workFolder, recursive: true); // another job finished the same work first
        }

        return Find(audioHash, method)!;
    }

    /// <summary>Throws unfinished work away.</summary>
    public static void Abandon(string workFolder)
    {
        if (Directory.Exists(workFolder))
        {
            Directory.Delete(workFolder, recursive: true);
        }
    }

    private string EntryFolder(string audioHash, string method) => Path.Combine(_folder, audioHash[..2], audioHash, method);
}
