using System.Numerics;

namespace GrooveGuru.Core.Midi;

/// <summary>Says whether a song fits into a MIDI file.</summary>
internal static class MidiSongCheck
{
    private const int MostTracks = 65534;

    /// <summary>Throws <see cref="ArgumentException"/> naming the first thing that a MIDI file cannot hold.</summary>
    public static void Validate(MidiSong song, long longestTicks)
    {
        Require(song.TicksPerQuarter is >= 1 and <= 0x7FFF, "The resolution is not within 1 to 32767 ticks.");
        Require(song.Tracks.Count <= MostTracks, "There are too many tracks.");
        foreach (MidiTempoChange tempo in song.Tempos)
        {
            RequirePlace(tempo.Ticks, longestTicks);
            Require(tempo.MicrosecondsPerQuarter is >= 1 and <= MidiTempoChange.LongestQuarterMicroseconds, "A tempo is out of range.");
        }

        foreach (MidiMeterChange meter in song.Meters)
        {
            RequirePlace(meter.Ticks, longestTicks);
            Require(meter.Numerator is >= 1 and <= 255, "The beats of a bar are not within 1 to 255.");
            Require(
                meter.Denominator is >= 1 and <= 1024 && BitOperations.IsPow2(meter.Denominator),
                "The beat of a meter is not a power of two.");
        }

        foreach (MidiKeyChange key in song.Keys)
        {
            RequirePlace(key.Ticks, longestTicks);
            Require(key.SharpsOrFlats is >= -7 and <= 7, "A key has more than seven sharps or flats.");
        }

        foreach (MidiTrack track in song.Tracks)
        {
            Require(track.Name is not null, "A track's name is null.");
            Require(track.Program is null or (>= 0 and <= 127), "A program is not within 0 to 127.");
            foreach (MidiNote note in track.Notes)
            {
                RequirePlace(note.StartTicks, longestTicks);
                Require(note.LengthTicks >= 1, "A note has no length.");
                RequirePlace(note.StartTicks + note.LengthTicks, longestTicks);
                Require(note.Pitch is >= 0 and <= 127, "A pitch is not within 0 to 127.");
                Require(note.Velocity is >= 1 and <= 127, "A velocity is not within 1 to 127.");
                Require(note.Channel is >= 0 and <= 15, "A channel is not within 0 to 15.");
            }
        }
    }

    private static void RequirePlace(long ticks, long longestTicks) =>
        Require(ticks >= 0 && ticks <= longestTicks, "A place lies before the start or beyond what a MIDI file can count.");

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }
}
