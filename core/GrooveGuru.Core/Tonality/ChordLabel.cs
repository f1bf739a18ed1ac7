namespace GrooveGuru.Core.Tonality;

/// <summary>A root and a kind of chord.</summary>
/// <param name="Root">Pitch class, 0 for C to 11 for B; 0 where there is no root.</param>
/// <param name="Quality">The kind.</param>
public readonly record struct ChordLabel(int Root, ChordQuality Quality)
{
    /// <summary>No chord.</summary>
    public static ChordLabel None { get; } = new(0, ChordQuality.None);

    /// <summary>The triad within: "C7" is a C major, "Am7" an A minor; no chord and other kinds stay what they are.</summary>
    public ChordLabel Triad => Quality == ChordQuality.Seventh ? this with { Quality = ChordQuality.Major } : this;

    /// <summary>Reads "C", "Am", "G7", "Bdim", "Dm7", "Cmaj7", "F6", and Harte's "A:min", "G:7/3"; "N" is no chord and all else another kind.</summary>
    /// <param name="text">The label.</param>
    public static ChordLabel Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == "N")
        {
            return None;
        }

        if (!PitchClassName.TryParse(text, out int root, out int length))
        {
            return new ChordLabel(0, ChordQuality.Other);
        }

        ChordQuality quality = Kind(text, length) switch
        {
            "" or "6" or "maj7" or "maj" or "maj6" => ChordQuality.Major,
            "m" or "m6" or "m7" or "min" or "min6" or "min7" => ChordQuality.Minor,
            "7" or "9" => ChordQuality.Seventh,
            "dim" or "dim7" or "m7b5" or "hdim7" => ChordQuality.Diminished,
            _ => ChordQuality.Other,
        };
        return new ChordLabel(root, quality);
    }

    /// <summary>Whether a text is a chord label: of the kinds above, or of another kind that is known by name, such as "Gsus4" and "C:aug".</summary>
    /// <param name="text">The label; "N" is no chord, "X" and "?" one that is not known.</param>
    public static bool IsKnown(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text is "X" or "?" || Parse(text).Quality != ChordQuality.Other
            || (PitchClassName.TryParse(text, out _, out int length) && Kind(text, length)
                is "aug" or "+" or "sus" or "sus2" or "sus4" or "7sus4" or "5" or "1" or "minmaj7" or "add9" or "11" or "13"
                or "maj9" or "maj11" or "maj13" or "m9" or "m11" or "m13" or "min9" or "min11" or "min13");
    }

    // Without Harte's colon and bass: C. Harte et al., "Symbolic representation of musical chords", ISMIR 2005.
    private static string Kind(string text, int rootLength)
    {
        string kind = text[rootLength..];
        int bass = kind.IndexOf('/', StringComparison.Ordinal);
        return (bass >= 0 ? kind[..bass] : kind).TrimStart(':');
    }

    /// <summary>The label: "Bb", "F#m", "G7", "Bdim", "N"; "?" for another kind.</summary>
    public override string ToString() => Quality switch
    {
        ChordQuality.Major => PitchClassName.Of(Root),
        ChordQuality.Minor => PitchClassName.Of(Root) + "m",
        ChordQuality.Seventh => PitchClassName.Of(Root) + "7",
        ChordQuality.Diminished => PitchClassName.Of(Root) + "dim",
        ChordQuality.None => "N",
        _ => "?",
    };
}
