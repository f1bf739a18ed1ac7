namespace GrooveGuru.Core.Midi;

/// <summary>A key signature from one place on.</summary>
/// <param name="Ticks">Where, ticks.</param>
/// <param name="SharpsOrFlats">Sharps when positive, flats when negative; −7 to 7.</param>
/// <param name="IsMinor">Whether the mode is minor.</param>
public sealed record MidiKeyChange(long Ticks, int SharpsOrFlats, bool IsMinor)
{
    // Sharps of the major key on each pitch class; the spelling with fewer accidentals, six flats before six sharps.
    private static readonly int[] MajorSharps = [0, -5, 2, -3, 4, -1, -6, 1, -4, 3, -2, 5];

    /// <summary>The signature of a key.</summary>
    /// <param name="ticks">Where, ticks.</param>
    /// <param name="tonicPitchClass">Tonic, 0 = C to 11 = B.</param>
    /// <param name="isMinor">Whether the mode is minor.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pitch class.</exception>
    public static MidiKeyChange FromTonic(long ticks, int tonicPitchClass, bool isMinor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tonicPitchClass);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tonicPitchClass, 11);
        return new MidiKeyChange(ticks, MajorSharps[(tonicPitchClass + (isMinor ? 3 : 0)) % 12], isMinor);
    }

    /// <summary>The signature of a key by name.</summary>
    /// <param name="ticks">Where, ticks.</param>
    /// <param name="name">"D minor", "Bb major", "F# minor".</param>
    /// <returns>The signature; null where the name is not one of a key.</returns>
    public static MidiKeyChange? FromName(long ticks, string? name)
    {
        string[] words = (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 2 || words[0].Length is 0 or > 2 || words[1].ToUpperInvariant() is not ("MAJOR" or "MINOR"))
        {
            return null;
        }

        int natural = "C D EF G A B".IndexOf(char.ToUpperInvariant(words[0][0]), StringComparison.Ordinal);
        int? shift = words[0][1..] switch { "" => 0, "#" or "\u266F" => 1, "b" or "\u266D" => -1, _ => null };
        return natural < 0 || words[0][0] == ' ' || shift is null
            ? null
            : FromTonic(ticks, (natural + shift.Value + 12) % 12, words[1].Equals("minor", StringComparison.OrdinalIgnoreCase));
    }
}
