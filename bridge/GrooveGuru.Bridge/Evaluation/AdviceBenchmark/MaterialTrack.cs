using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>A piece of clean material.</summary>
/// <param name="Name">What it is called in tables: folder and file without ending.</param>
/// <param name="Role">What it is: "drums", "bass", "mix"; null where nobody says.</param>
/// <param name="Group">What it belongs to: the stems of one piece, and the piece itself, are one group.</param>
/// <param name="Half">What it is for.</param>
/// <param name="Read">Reads the part that is used; throws as <see cref="AudioFile.Open"/>.</param>
internal sealed record MaterialTrack(
    string Name, string? Role, string Group, MaterialHalf Half, Func<CancellationToken, AudioBuffer> Read)
{
    /// <summary>Its file; null for what is made by code.</summary>
    public string? SourcePath { get; init; }

    /// <summary>What its file would be called, without folder and ending.</summary>
    public string FileStem => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>The half of a group, by its name alone: the same on every machine and whatever else there is.</summary>
    public static MaterialHalf HalfOf(string group) => (Hash(group.ToUpperInvariant()) & 1) == 0 ? MaterialHalf.Tuned : MaterialHalf.Reported;

    /// <summary>A few of many tracks: by chance, and always the same ones.</summary>
    /// <param name="tracks">All of them.</param>
    /// <param name="most">How many to keep of each half, 1 or more.</param>
    /// <returns>The kept ones in their order.</returns>
    public static IEnumerable<MaterialTrack> Draw(IReadOnlyList<MaterialTrack> tracks, int most)
    {
        HashSet<MaterialTrack> drawn =
        [
            .. tracks.GroupBy(track => track.Half)
                .SelectMany(half => half.OrderBy(track => Hash(track.Name)).ThenBy(track => track.Name, StringComparer.Ordinal).Take(most)),
        ];
        return tracks.Where(drawn.Contains);
    }

    // FNV-1a, its high bits folded in.
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char letter in text)
        {
            hash = (hash ^ letter) * 16777619;
        }

        return hash ^ (hash >> 16);
    }
}
