using System.Globalization;

namespace GrooveGuru.Bridge.Library;

/// <summary>
/// Finished work on disk, found by what it was made from: the audio's hash, the kind of work and the version of its method.
/// A second run is instant, and a result of another method is never taken for this one.
/// </summary>
internal sealed class ContentLibrary
{
    private const string ContentsName = "contents.txt";

    private readonly string _folder;

    /// <summary>A library in a folder, which is made at the first result.</summary>
    public ContentLibrary(string folder) => _folder = folder;

    /// <summary>The finished files for a key, by name; null when there are none, or when one of them was removed or changed.</summary>
    public IReadOnlyList<string>? Find(string audioHash, string method)
    {
        string entry = EntryFolder(audioHash, method);
        string contents = Path.Combine(entry, ContentsName);
        if (!File.Exists(contents))
        {
            return null;
        }

        List<string> files = [];
        foreach (string line in File.ReadLines(contents))
        {
            string[] parts = line.Split('\t', 2);
            FileInfo file = new(Path.Combine(entry, parts[^1]));
            if (!file.Exists || file.Length.ToString(CultureInfo.InvariantCulture) != parts[0])
            {
                return null;
            }

            files.Add(file.FullName);
        }

        return files;
    }

    /// <summary>Removes what bridges that were killed were working on.</summary>
    public void RemoveUnfinished() => LeftBehind.Remove(UnfinishedFolder);

    /// <summary>A new empty folder to work in, on the library's disk.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public string BeginWork()
    {
        string work = Path.Combine(UnfinishedFolder, LeftBehind.NewName());
        DataFolders.CreatePrivate(work);
        return work;
    }

    /// <summary>Takes finished work in, in one step.</summary>
    /// <returns>The files at their final place.</returns>
    public IReadOnlyList<string> Commit(string workFolder, string audioHash, string method)
    {
        string entry = EntryFolder(audioHash, method);
        DataFolders.CreatePrivate(Path.GetDirectoryName(entry)!);
        IEnumerable<FileInfo> files = new DirectoryInfo(workFolder).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal);
        string[] contents = [.. files.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Length}\t{file.Name}"))];
        File.WriteAllLines(Path.Combine(workFolder, ContentsName), contents);
        if (Find(audioHash, method) is { } same)
        {
            Abandon(workFolder); // another job finished the same work first
            return same;
        }

        Abandon(entry); // what is left of an entry that somebody took files from
        Directory.Move(workFolder, entry);
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

    private string UnfinishedFolder => Path.Combine(_folder, "unfinished");

    private string EntryFolder(string audioHash, string method) => Path.Combine(_folder, audioHash[..2], audioHash, method);
}
