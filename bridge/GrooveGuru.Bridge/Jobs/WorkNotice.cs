namespace GrooveGuru.Bridge.Jobs;

/// <summary>
/// What the user should know of finished files, beside them in a file of its own: so it is still known when the same files come from the
/// library.
/// </summary>
internal static class WorkNotice
{
    private const string FileName = "notice.txt";

    /// <summary>Leaves sentences with the files; none for none.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Leave(string folder, IEnumerable<string> sentences)
    {
        string text = string.Join(' ', sentences);
        if (text.Length > 0)
        {
            File.WriteAllText(Path.Combine(folder, FileName), text);
        }
    }

    /// <summary>Reads what was left in a folder, and takes it away.</summary>
    /// <returns>Null where nothing was left.</returns>
    public static string? Take(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        string text = File.ReadAllText(path);
        File.Delete(path);
        return text;
    }

    /// <summary>Parts the notice from the files that the user is to have.</summary>
    public static (IReadOnlyList<string> Files, string? Notice) Split(IReadOnlyList<string> files)
    {
        string? notice = files.FirstOrDefault(IsNotice);
        return ([.. files.Where(file => !IsNotice(file))], notice is null ? null : File.ReadAllText(notice));
    }

    private static bool IsNotice(string path) => Path.GetFileName(path) == FileName;
}
