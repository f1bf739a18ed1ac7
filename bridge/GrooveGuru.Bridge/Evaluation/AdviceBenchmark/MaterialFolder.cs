using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>Finds the audio files of a folder and what each of them is.</summary>
internal static class MaterialFolder
{
    private static readonly string[] Endings = [".wav", ".wave", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aif", ".aiff", ".aifc"];

    // A folder whose files are mostly called so holds the stems of one piece.
    private static readonly string[] Parts =
    [
        "bass", "chords", "drums", "guitar", "keys", "kick", "lead", "master", "melody", "mix", "mixture", "other", "pad", "percussion",
        "piano", "snare", "strings", "synth", "vocal", "vocals", "voice",
    ];

    /// <summary>The tracks of a folder and of the folders in it, in the order of their names.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="maxSeconds">Longest part that is used, s.</param>
    /// <exception cref="GrooveGuruException">There is no such folder, or a manifest in it cannot be understood.</exception>
    public static IReadOnlyList<MaterialTrack> Find(string folder, double maxSeconds)
    {
        if (!Directory.Exists(folder))
        {
            throw new GrooveGuruException($"There is no folder {folder}: --audio is where the audio files lie.");
        }

        string root = Path.GetFullPath(folder);
        string title = Path.GetFileName(Path.TrimEndingDirectorySeparator(root));
        Dictionary<string, MaterialEntry> entries = new(StringComparer.Ordinal);
        EnumerationOptions everywhere = new() { RecurseSubdirectories = true };
        foreach (string at in Directory.EnumerateDirectories(root, "*", everywhere).Prepend(root))
        {
            MaterialManifest.Read(at, entries);
        }

        string[] files =
        [
            .. Directory.EnumerateFiles(root, "*", everywhere)
                .Where(path => Endings.Contains(Path.GetExtension(path).ToLowerInvariant()) || entries.ContainsKey(path))
                .OrderBy(path => path, StringComparer.Ordinal),
        ];
        HashSet<string> stemFolders =
        [
            .. files.GroupBy(path => Path.GetDirectoryName(path)!)
                .Where(inFolder => inFolder.Count() > 1 && 2 * inFolder.Count(IsPart) >= inFolder.Count())
                .Select(inFolder => inFolder.Key),
        ];
        return [.. files.Select(Track)];

        MaterialTrack Track(string path)
        {
            MaterialEntry? entry = entries.GetValueOrDefault(path);
            string stem = Path.GetFileNameWithoutExtension(path);
            string inFolder = Path.GetDirectoryName(path)!;
            string group = entry?.Group ?? (stemFolders.Contains(inFolder) ? Path.GetFileName(inFolder) : stem);
            string name = $"{title}/{Path.ChangeExtension(Path.GetRelativePath(root, path), null).Replace('\\', '/')}";
            return new MaterialTrack(
                name,
                entry?.Role,
                group,
                entry?.Half ?? MaterialTrack.HalfOf(group),
                cancellation => TypicalPart.Read(path, maxSeconds, cancellation))
            { SourcePath = path };
        }
    }

    private static bool IsPart(string path)
    {
        string stem = Path.GetFileNameWithoutExtension(path).ToLowerInvariant();
        return Parts.Contains(stem) || Parts.Contains(stem.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ', '_', '-'));
    }
}
