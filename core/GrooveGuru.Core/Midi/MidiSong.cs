namespace GrooveGuru.Core.Midi;

/// <summary>A song as a Standard MIDI File of format 1 holds it: a tempo map and tracks of notes.</summary>
/// <remarks>The MIDI 1.0 Detailed Specification, Standard MIDI Files 1.0 (MMA RP-001).</remarks>
public sealed record MidiSong
{
    /// <summary>Resolution that we write: fine enough for a 1/64 triplet and what DAWs use themselves.</summary>
    public const int DefaultTicksPerQuarter = 960;

    /// <summary>Tempo where a file states none, BPM.</summary>
    public const double DefaultTempoBpm = 120;

    /// <summary>Ticks in a quarter note, 1 to 32767.</summary>
    public int TicksPerQuarter { get; init; } = DefaultTicksPerQuarter;

    /// <summary>Tempo changes, by place; empty means 120 BPM.</summary>
    public IReadOnlyList<MidiTempoChange> Tempos { get; init; } = [];

    /// <summary>Meter changes, by place; empty means 4/4.</summary>
    public IReadOnlyList<MidiMeterChange> Meters { get; init; } = [];

    /// <summary>Key signatures, by place.</summary>
    public IReadOnlyList<MidiKeyChange> Keys { get; init; } = [];

    /// <summary>The tracks.</summary>
    public IReadOnlyList<MidiTrack> Tracks { get; init; } = [];

    /// <summary>Time of a place under the tempo map, s from the start of the song; <see cref="SongClock"/> is quicker for many.</summary>
    /// <param name="ticks">Place, ticks, 0 or more.</param>
    public double SecondsAt(long ticks)
    {
        double seconds = 0;
        long from = 0;
        double quarterSeconds = 60 / DefaultTempoBpm;
        foreach (MidiTempoChange tempo in Tempos)
        {
            if (tempo.Ticks >= ticks)
            {
                break;
            }

            seconds += (tempo.Ticks - from) * quarterSeconds / TicksPerQuarter;
            from = tempo.Ticks;
            quarterSeconds = tempo.MicrosecondsPerQuarter / 1e6;
        }

        return seconds + ((ticks - from) * quarterSeconds / TicksPerQuarter);
    }
}
