namespace GrooveGuru.Core.Midi;

/// <summary>Where the pitch wheel stands from one place on.</summary>
/// <param name="Ticks">Where, ticks.</param>
/// <param name="Value">−8192 (all the way down) to 8191 (all the way up); 0 is the centre. How many semitones that is, the track's controllers say.</param>
/// <param name="Channel">MIDI channel counted from 0.</param>
public sealed record MidiPitchBend(long Ticks, int Value, int Channel = 0)
{
    /// <summary>All the way down.</summary>
    public const int Lowest = -8192;

    /// <summary>All the way up.</summary>
    public const int Highest = 8191;
}
