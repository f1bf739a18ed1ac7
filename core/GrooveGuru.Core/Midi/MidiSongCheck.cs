using System.Numerics;

namespace GrooveGuru.Core.Midi;

/// <summary>Says whether a song fits into a MIDI file.</summary>
internal static class MidiSongCheck
{
    private const int MostTracks = 65534;
    private const int Highest = 127, HighestChannel = 15;

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
            ValidateTrack(track, longestTicks);
        }
    }

    private static void ValidateTrack(MidiTrack track, long longestTicks)
    {
        Require(track.Name is not null, "A track's name is null.");
        Require(track.Program is null or (>= 0 and <= Highest), "A program is not within 0 to 127.");
        foreach (MidiNote note in track.Notes)
        {
            RequirePlace(note.StartTicks, longestTicks);
            Require(note.LengthTicks >= 1 && note.LengthTicks <= longestTicks, "A note has no length, or an endless one.");
            RequirePlace(note.StartTicks + note.LengthTicks, longestTicks);
            Require(note.Pitch is >= 0 and <= Highest, "A pitch is not within 0 to 127.");
            Require(note.Velocity is >= 1 and <= Highest, "A velocity is not within 1 to 127.");
            RequireChannel(note.Channel);
        }

        foreach (MidiControlChange control in track.Controls)
        {
            RequirePlace(control.Ticks, longestTicks);
            Require(control is { Controller: >= 0 and <= Highest, Value: >= 0 and <= Highest }, "A controller or its value is not within 0 to 127.");
            RequireChannel(control.Channel);
        }

        foreach (MidiPitchBend bend in track.Bends)
        {
            RequirePlace(bend.Ticks, longestTicks);
            Require(bend.Value is >= MidiPitchBend.Lowest and <= MidiPitchBend.Highest, "A bend is not within -8192 to 8191.");
            RequireChannel(bend.Channel);
        }

        RequireApart(track.Notes);
    }

    // The end of a note names its pitch alone; of two that sound together a reader could only guess which one ends.
    private static void RequireApart(IReadOnlyList<MidiNote> notes)
    {
        Dictionary<(int Channel, int Pitch), long> ends = [];
        foreach (MidiNote note in notes.OrderBy(note => note.StartTicks))
        {
            (int, int) key = (note.Channel, note.Pitch);
            Require(!ends.TryGetValue(key, out long end) || note.StartTicks >= end, "Two notes of one pitch sound at once on one channel.");
            ends[key] = note.StartTicks + note.LengthTicks;
        }
    }

    private static void RequireChannel(int channel) => Require(channel is >= 0 and <= HighestChannel, "A channel is not within 0 to 15.");

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
