using GrooveGuru.Core.Audio;

namespace GrooveGuru.Fitting.Corpus;

/// <summary>Reads the manifests of corpora: comma-separated, with the columns path, role, group, split (dev or held) and kind; others are passed over.</summary>
internal static class CorpusManifest
{
    /// <summary>The clips of several manifests; their audio lies beside each.</summary>
    /// <exception cref="InvalidDataException">A column is missing, or a line has another number of fields.</exception>
    public static IReadOnlyList<CorpusClip> Read(IReadOnlyList<string> manifests) => [.. manifests.SelectMany(Read)];

    /// <summary>Reads the clips' audio, one after another, and keeps only what is made of each.</summary>
    /// <param name="clips">The clips.</param>
    /// <param name="make">Called once a clip, on any thread.</param>
    /// <returns>What was made, in the order of the clips.</returns>
    public static IReadOnlyList<T> Map<T>(IReadOnlyList<CorpusClip> clips, Func<CorpusClip, AudioBuffer, T> make) =>
        [.. clips.AsParallel().AsOrdered().Select(clip => make(clip, AudioFile.ReadAll(clip.File)))];

    private static IEnumerable<CorpusClip> Read(string manifest)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(manifest))!;
        string[] lines = File.ReadAllLines(manifest);
        string[] columns = lines[0].Split(',');
        foreach (string line in lines.Skip(1).Where(line => line.Length > 0))
        {
            string[] fields = line.Split(',');
            string Field(string name)
            {
                int at = Array.IndexOf(columns, name);
                return at >= 0 && fields.Length == columns.Length ? fields[at]
                    : throw new InvalidDataException($"{manifest}: no column \"{name}\" in the line \"{line}\".");
            }

            yield return new CorpusClip(Path.Combine(folder, Field("path")), Field("role"), Field("group"), Field("kind"), Field("split") == "held");
        }
    }
}
