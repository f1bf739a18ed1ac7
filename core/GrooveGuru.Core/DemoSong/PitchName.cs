namespace GrooveGuru.Core.DemoSong;

/// <summary>Note names as the score writes them: "Bb4", "C#5".</summary>
internal static class PitchName
{
    /// <summary>Pitch class of "D", "Bb" or "C#", 0 = C.</summary>
    public static int ParseClass(string name)
    {
        int natural = name[0] switch
        {
            'C' => 0,
            'D' => 2,
            'E' => 4,
            'F' => 5,
            'G' => 7,
            'A' => 9,
            'B' => 11,
            _ => throw new FormatException($"The score has an unknown note '{name}'."),
        };
        int sharps = name[1..] switch
        {
            "" => 0,
            "#" => 1,
            "b" => -1,
            _ => throw new FormatException($"The score has an unknown note '{name}'."),
        };
        return (natural + sharps + 12) % 12;
    }

    /// <summary>MIDI pitch of "A4" (69).</summary>
    public static int ParsePitch(string name) => ParseClass(name[..^1]) + (12 * (name[^1] - '0' + 1));
}
