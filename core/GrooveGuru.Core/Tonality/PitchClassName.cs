namespace GrooveGuru.Core.Tonality;

/// <summary>How pitch classes are written.</summary>
internal static class PitchClassName
{
    private static readonly string[] Names = ["C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];

    /// <summary>The usual spelling of a pitch class, 0 for C to 11 for B.</summary>
    public static string Of(int pitchClass) => Names[pitchClass];

    /// <summary>Reads a letter and its accidentals from the start of a text.</summary>
    /// <param name="text">"Eb", "C#m7".</param>
    /// <param name="pitchClass">0 for C to 11 for B.</param>
    /// <param name="length">Characters that were read.</param>
    /// <returns>Whether the text begins with a pitch class.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out int pitchClass, out int length)
    {
        pitchClass = length = 0;
        int letter = text.IsEmpty ? -1 : "C D EF G A B".IndexOf(text[0], StringComparison.Ordinal);
        if (letter < 0 || text[0] == ' ')
        {
            return false;
        }

        pitchClass = letter;
        for (length = 1; length < text.Length && text[length] is '#' or '♯' or 'b' or '♭'; length++)
        {
            pitchClass += text[length] is '#' or '♯' ? 1 : -1;
        }

        pitchClass = ((pitchClass % 12) + 12) % 12;
        return true;
    }
}
