using System.Numerics;
using System.Text;

namespace GrooveGuru.Core.Midi;

/// <summary>Writes Standard MIDI Files of format 1: a first track with tempo, meter and key, then one per part.</summary>
/// <remarks>Standard MIDI Files 1.0 (MMA RP-001). Names are written as UTF-8.</remarks>
public static class MidiFileWriter
{
    private const long LongestTicks = 0x0FFFFFFF;

    /// <summary>Writes a file: beside its place first, then renamed, so that a half-written file is never found.</summary>
    /// <param name="song">The song.</param>
    /// <param name="path">Where; an existing file is replaced.</param>
    /// <exception cref="ArgumentException">The song holds what a MIDI file cannot: see <see cref="Write(MidiSong, Stream)"/>.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(MidiSong song, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var bytes = new MemoryStream();
        Write(song, bytes);
        string target = Path.GetFullPath(path);
        string beside = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                bytes.Position = 0;
                bytes.CopyTo(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Writes the bytes of a file.</summary>
    /// <param name="song">The song.</param>
    /// <param name="destination">Where they go.</param>
    /// <exception cref="ArgumentException">
    /// A pitch, velocity, channel, program, time, tempo, meter, key, controller or bend is outside what a MIDI file can hold, or two notes
    /// of one pitch sound at once on a channel of a track, because a file cannot say which of them ends.
    /// </exception>
    public static void Write(MidiSong song, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(song);
        ArgumentNullException.ThrowIfNull(destination);
        MidiSongCheck.Validate(song, LongestTicks);

        var header = new MidiByteWriter();
        header.UInt16(1);
        header.UInt16(song.Tracks.Count + 1);
        header.UInt16(song.TicksPerQuarter);
        header.CopyTo(destination, "MThd"u8);
        ConductorTrack(song).CopyTo(destination, "MTrk"u8);
        foreach (MidiTrack track in song.Tracks)
        {
            NoteTrack(track).CopyTo(destination, "MTrk"u8);
        }
    }

    private static MidiByteWriter ConductorTrack(MidiSong song)
    {
        var writer = new MidiByteWriter();
        var events = song.Tempos
            .Select(tempo => (tempo.Ticks, Type: 0x51, Data: new[]
            {
                (byte)(tempo.MicrosecondsPerQuarter >> 16),
                (byte)(tempo.MicrosecondsPerQuarter >> 8),
                (byte)tempo.MicrosecondsPerQuarter,
            }))
            .Concat(song.Meters.Select(meter => (meter.Ticks, 0x58, new byte[]
            {
                (byte)meter.Numerator, (byte)BitOperations.Log2((uint)meter.Denominator), 24, 8,
            })))
            .Concat(song.Keys.Select(key => (key.Ticks, 0x59, new[]
            {
                (byte)(sbyte)key.SharpsOrFlats, key.IsMinor ? (byte)1 : (byte)0,
            })));
        foreach (var (ticks, type, data) in events.OrderBy(entry => entry.Ticks))
        {
            writer.At(ticks);
            writer.Meta(type, data);
        }

        EndTrack(writer);
        return writer;
    }

    private static MidiByteWriter NoteTrack(MidiTrack track)
    {
        var writer = new MidiByteWriter();
        if (track.Name.Length > 0)
        {
            writer.At(0);
            writer.Meta(0x03, Encoding.UTF8.GetBytes(track.Name));
        }

        if (track.Program is int program)
        {
            foreach (int channel in track.Notes.Select(note => note.Channel).DefaultIfEmpty(0).Distinct().Order())
            {
                writer.At(0);
                writer.Byte(0xC0 | channel);
                writer.Byte(program);
            }
        }

        foreach (TrackEvent sent in Events(track).OrderBy(sent => sent.Ticks).ThenBy(sent => sent.Rank).ThenBy(sent => sent.Within))
        {
            writer.At(sent.Ticks);
            writer.Byte(sent.Status);
            writer.Byte(sent.Data1);
            writer.Byte(sent.Data2);
        }

        EndTrack(writer);
        return writer;
    }

    // At one place notes end before others begin, so that a repeated pitch is not cut off by the end of the one before, and an
    // instrument is told of controllers and wheel before the note that they are meant for. Within a rank they keep their order.
    private static IEnumerable<TrackEvent> Events(MidiTrack track)
    {
        const int Ends = 0, Controls = 1, Bends = 2, Begins = 3, ReleaseVelocity = 64, Channels = 16;
        foreach (MidiNote note in track.Notes)
        {
            int within = (note.Channel * Channels * Channels) + note.Pitch;
            yield return new(note.StartTicks + note.LengthTicks, Ends, within, 0x80 | note.Channel, note.Pitch, ReleaseVelocity);
            yield return new(note.StartTicks, Begins, within, 0x90 | note.Channel, note.Pitch, note.Velocity);
        }

        for (int index = 0; index < track.Controls.Count; index++)
        {
            MidiControlChange control = track.Controls[index];
            yield return new(control.Ticks, Controls, index, 0xB0 | control.Channel, control.Controller, control.Value);
        }

        for (int index = 0; index < track.Bends.Count; index++)
        {
            MidiPitchBend bend = track.Bends[index];
            int value = bend.Value - MidiPitchBend.Lowest;
            yield return new(bend.Ticks, Bends, index, 0xE0 | bend.Channel, value & 0x7F, value >> 7);
        }
    }

    private static void EndTrack(MidiByteWriter writer)
    {
        writer.Byte(0);
        writer.Meta(0x2F, []);
    }

    private readonly record struct TrackEvent(long Ticks, int Rank, int Within, int Status, int Data1, int Data2);
}
