using System.Globalization;
using GrooveGuru.Core.Midi;

namespace GrooveGuru.Core.Arrangement;

/// <summary>How many beats make a bar, and which note value a beat is.</summary>
/// <param name="BeatsPerBar">1 to 255.</param>
/// <param name="BeatUnit">4 for a quarter, 8 for an eighth: a power of two up to 64.</param>
public sealed record Meter(int BeatsPerBar, int BeatUnit = 4)
{
    private const int LargestBeatUnit = 64;

    /// <summary>Four quarters.</summary>
    public static Meter Common { get; } = new(4);

    /// <summary>Length of a bar, quarters.</summary>
    public double QuartersPerBar => BeatsPerBar * 4.0 / BeatUnit;

    /// <summary>Whether its beats are counted in threes: 6/8, 9/8, 12/8.</summary>
    public bool IsCompound => BeatUnit >= 8 && BeatsPerBar > 3 && BeatsPerBar % 3 == 0;

    /// <summary>Length of a bar, ticks.</summary>
    public long BarTicks => (long)BeatsPerBar * 4 * MidiSong.DefaultTicksPerQuarter / BeatUnit;

    /// <summary>As musicians write it: "3/4".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{BeatsPerBar}/{BeatUnit}");

    /// <summary>Refuses what no MIDI file can hold.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The beats or their unit are out of range.</exception>
    public void Require()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(BeatsPerBar, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BeatsPerBar, 255);
        if (BeatUnit is < 1 or > LargestBeatUnit || !int.IsPow2(BeatUnit))
        {
            throw new ArgumentOutOfRangeException(nameof(BeatUnit), BeatUnit, "The unit of a beat is a power of two up to 64.");
        }
    }
}
