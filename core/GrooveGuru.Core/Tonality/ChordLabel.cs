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

    /// <summary>Reads "C", "Am", "G7", "Bdim", "Dm7", "Cmaj7", "F6"; "N" is no chord and all else another kind.</summary>
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

        ChordQuality quality = text[length..] switch
        {
            "" or "6" or "maj7" => ChordQuality.Major,
            "m" or "m6" or "m7" => ChordQuality.Minor,
            "7" or "9" => ChordQuality.Seventh,
            "dim" or "dim7" or "m7b5" => ChordQuality.Diminished,
            _ => ChordQuality.Other,
        };
        return new ChordLabel(root, quality);
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
