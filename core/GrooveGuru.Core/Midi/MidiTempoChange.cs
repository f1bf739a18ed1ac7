namespace GrooveGuru.Core.Midi;

/// <summary>A tempo from one place on.</summary>
/// <param name="Ticks">Where, ticks.</param>
/// <param name="MicrosecondsPerQuarter">Length of a quarter note, µs, 1 to 16 777 215, as the file holds it.</param>
public sealed record MidiTempoChange(long Ticks, int MicrosecondsPerQuarter)
{
    /// <summary>The longest quarter note that the file can hold, µs.</summary>
    public const int LongestQuarterMicroseconds = 0xFFFFFF;

    /// <summary>Tempo in quarter notes per minute.</summary>
    public double Bpm => 60e6 / MicrosecondsPerQuarter;

    /// <summary>The tempo nearest to a number of quarter notes per minute.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tempo is not within 3.6 to 60 million.</exception>
    public static MidiTempoChange FromBpm(long ticks, double bpm)
    {
        double microseconds = Math.Round(60e6 / bpm);
        if (!(bpm > 0) || !(microseconds is >= 1 and <= LongestQuarterMicroseconds))
        {
            throw new ArgumentOutOfRangeException(nameof(bpm), bpm, "A MIDI file cannot hold this tempo.");
        }

        return new MidiTempoChange(ticks, (int)microseconds);
    }
}
