using System.Text.Json;

namespace GrooveGuru.Bridge.Library;

/// <summary>
/// What this program wrote into a folder of the user's, noted in a hidden file beside it: so a later run on the same input can take away what
/// it no longer makes, and never what was made of another input, or what somebody else put there or changed.
/// </summary>
/// <param name="folder">The folder.</param>
internal sealed class WrittenFiles(string folder)
{
    /// <summary>The hidden file.</summary>
    public const string NoteName = ".grooveguru-files";

    private string NotePath => Path.Combine(folder, NoteName);

    /// <summary>Takes away what an earlier run wrote for the same input and this one stands in place of, and notes what this one wrote.</summary>
    /// <param name="input">The path of what the files were made of.</param>
    /// <param name="written">Names of the files that were written just now.</param>
    /// <param name="replaced">Names of files that are of no use after this run, unless it wrote them.</param>
    /// <returns>A sentence on what was taken away and what stays though it is from an earlier run; null for neither.</returns>
    /// <exception cref="IOException">The note cannot be written.</exception>
    public string? Replace(string input, IReadOnlyCollection<string> written, IReadOnlyCollection<string> replaced)
    {
        string madeOf = WrittenFile.InputOf(input);
        Dictionary<string, WrittenFile> known = Read();
        List<string> removed = [], kept = [];
        foreach (string name in replaced.Except(written).Where(name => known.GetValueOrDefault(name)?.Input == madeOf).Order(StringComparer.Ordinal))
        {
            known.Remove(name, out WrittenFile? before);
            FileInfo file = new(Path.Combine(folder, name));
            if (file.Exists)
            {
                (before!.Is(file) && TryDelete(file) ? removed : kept).Add(name);
            }
        }

        foreach (string name in written)
        {
            known[name] = WrittenFile.Of(new FileInfo(Path.Combine(folder, name)), madeOf);
        }

        AtomicFile.Write(NotePath, stream => JsonSerializer.Serialize(stream, known));
        return Sentence(removed, kept);
    }

    private static string? Sentence(List<string> removed, List<string> kept)
    {
        string[] sentences =
        [
            .. removed.Count == 0 ? [] : (string[])[$"{string.Join(" and ", removed)} of an earlier run {(removed.Count == 1 ? "was" : "were")} taken away."],
            .. kept.Count == 0 ? [] : (string[])[$"{string.Join(" and ", kept)} of an earlier run {(kept.Count == 1 ? "was" : "were")} changed since and left here."],
        ];
        return sentences.Length == 0 ? null : string.Join(' ', sentences);
    }

    private static bool TryDelete(FileInfo file)
    {
        try
        {
            file.Delete();
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false; // open in another program, say
        }
    }

    // A note that cannot be read knows of no file, so none is taken away.
    private Dictionary<string, WrittenFile> Read()
    {
        try
        {
            Dictionary<string, WrittenFile?>? read =
                File.Exists(NotePath) ? JsonSerializer.Deserialize<Dictionary<string, WrittenFile?>>(File.ReadAllBytes(NotePath)) : null;
            return new((read ?? []).Where(file => file.Value is not null)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }
}
