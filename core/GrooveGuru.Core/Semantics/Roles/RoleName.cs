using System.Text;

namespace GrooveGuru.Core.Semantics.Roles;

/// <summary>What a track's name says about its role.</summary>
/// <param name="Roles">The roles that the name allows: one where it is clear ("Snr"), several where it is not ("Synth").</param>
/// <param name="Probability">How likely it is that one of them is right, 0–1.</param>
/// <param name="Word">The word of the name that says it.</param>
/// <remarks>
/// Words of a DAW's track list: abbreviations and several languages. Where two nouns disagree ("Drums + Bass") nothing is said, but for the
/// compounds that mean one instrument ("Bass Drum", "Bass Gtr"). Words that describe ("Lead", "Synth") yield to nouns ("Lead Vox"), and words
/// of a bus ("Mix", "Bus") to everything ("Drum Bus").
/// </remarks>
public sealed record RoleName(IReadOnlyList<TrackRole> Roles, double Probability, string Word)
{
    // A name of nothing but the word, one with a word or two beside it ("Anna Vox"), and a title in which the word only occurs.
    private const double AloneProbability = 0.97, AmongFewProbability = 0.93, AmongManyProbability = 0.5;
    private const int FewWords = 2;

    private static readonly string[] AudioExtensions = [".wav", ".flac", ".mp3", ".ogg", ".aif", ".aiff", ".m4a"];

    /// <summary>Reads a name.</summary>
    /// <param name="name">The track's name or the file's; null or empty says nothing.</param>
    /// <returns>Null where the name says nothing about the role ("Audio 1").</returns>
    public static RoleName? Read(string? name)
    {
        string[] words = Words(name ?? "");
        var found = words.Select(word => (Word: word, Entry: RoleWords.Find(word))).Where(pair => pair.Entry is not null)
            .Select(pair => (pair.Word, Entry: pair.Entry!)).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var deciding = found.Where(pair => pair.Entry.Rank == found.Max(other => other.Entry.Rank)).ToList();
        TrackRole[]? roles = Agreed([.. deciding.Select(pair => pair.Entry.Roles)]);
        int strange = words.Count(word => RoleWords.Find(word) is null && !RoleWords.IsNeutral(word));
        double probability = strange == 0 ? AloneProbability : strange <= FewWords ? AmongFewProbability : AmongManyProbability;
        return roles is null ? null : new RoleName(roles, probability, string.Join(' ', deciding.Select(pair => pair.Word).Distinct()));
    }

    // What all the words allow; "bass" beside a drum or a guitar describes that instrument.
    private static TrackRole[]? Agreed(IReadOnlyList<IReadOnlyList<TrackRole>> said)
    {
        TrackRole[] common = [.. said.Skip(1).Aggregate<IEnumerable<TrackRole>, IEnumerable<TrackRole>>(said[0], Enumerable.Intersect)];
        if (common.Length > 0)
        {
            return common;
        }

        TrackRole[] single = [.. said.Where(roles => roles.Count == 1).Select(roles => roles[0]).Distinct()];
        bool bassDescribes = single.Length == 2 && said[0][0] == TrackRole.Bass;
        return bassDescribes && (single.Contains(TrackRole.Drums) || single.Contains(TrackRole.Lead)) ? [single[1]]
            : single.Length == 2 && single.Contains(TrackRole.Bass) && (single.Contains(TrackRole.Guitar) || single.Contains(TrackRole.Pad)) ? [TrackRole.Bass]
            : single.All(role => role is TrackRole.Keys or TrackRole.Guitar or TrackRole.Pad or TrackRole.Lead) ? single
            : null;
    }

    // Lower case without accents, cut at everything that is no letter, between letters and digits, and where a capital begins a word.
    private static string[] Words(string name)
    {
        string extension = Path.GetExtension(name);
        string stem = AudioExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase) ? name[..^extension.Length] : name;
        StringBuilder words = new(" ");
        char last = ' ';
        foreach (char letter in stem)
        {
            if (char.IsDigit(letter) != char.IsDigit(last) || (char.IsUpper(letter) && char.IsLower(last)))
            {
                words.Append(' ');
            }

            words.Append(char.IsLetterOrDigit(letter) ? RoleWords.Plain(letter) : ' ');
            last = letter;
        }

        string spaced = string.Join(' ', words.Append(' ').ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return RoleWords.Phrases.Aggregate($" {spaced} ", (text, phrase) => text.Replace($" {phrase.Phrase} ", $" {phrase.Word} ", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
