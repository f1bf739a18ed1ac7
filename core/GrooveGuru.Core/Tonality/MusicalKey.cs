namespace GrooveGuru.Core.Tonality;

/// <summary>A tonic and a mode.</summary>
/// <param name="Tonic">Pitch class, 0 for C to 11 for B.</param>
/// <param name="Mode">Major or minor.</param>
public readonly record struct MusicalKey(int Tonic, KeyMode Mode)
{
    private static readonly string[] MajorNames = ["C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];
    private static readonly string[] MinorNames = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B"];

    /// <summary>Reads "Eb major" or "C# minor", in any enharmonic spelling.</summary>
    /// <param name="text">Tonic, a space and the mode.</param>
    /// <param name="key">The key; the default where there is none.</param>
    /// <returns>Whether the text names a key.</returns>
    public static bool TryParse(string? text, out MusicalKey key)
    {
        key = default;
        string[] words = text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (words.Length != 2 || !PitchClassName.TryParse(words[0], out int tonic, out int length) || length != words[0].Length)
        {
            return false;
        }

        switch (words[1].ToUpperInvariant())
        {
            case "MAJOR":
                key = new MusicalKey(tonic, KeyMode.Major);
                return true;
            case "MINOR":
                key = new MusicalKey(tonic, KeyMode.Minor);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The key in words, in its usual spelling: "A minor".</summary>
    public override string ToString() => Mode == KeyMode.Major ? $"{MajorNames[Tonic]} major" : $"{MinorNames[Tonic]} minor";
}
