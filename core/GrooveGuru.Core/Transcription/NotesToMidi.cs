using GrooveGuru.Core.Midi;

namespace GrooveGuru.Core.Transcription;

/// <summary>Makes a MIDI song of transcribed notes that lines up with the bars of the project it was recorded in.</summary>
public static class NotesToMidi
{
    /// <summary>Builds a song with one tempo, meter and key.</summary>
    /// <param name="parts">Name, General MIDI program (null to leave it open) and notes of each track.</param>
    /// <param name="tempoBpm">Tempo, BPM; where it is not known (0 or less), 120, and the notes keep their times in seconds.</param>
    /// <param name="startOffsetSeconds">
    /// Where bar 1 begins in the audio, s. Notes before it move the song on by whole bars, so that nothing is lost and the bar
    /// lines stay; notes keep their exact time otherwise: nothing is quantised.
    /// </param>
    /// <param name="meterNumerator">Quarter notes in a bar, 1 to 255.</param>
    /// <param name="key">"D minor"; no key signature where null or unknown.</param>
    /// <exception cref="ArgumentOutOfRangeException">The meter is out of range, or tempo or offset are not finite.</exception>
    public static MidiSong Build(
        IReadOnlyList<(string Name, int? Program, IReadOnlyList<TranscribedNote> Notes)> parts,
        double tempoBpm,
        double startOffsetSeconds = 0,
        int meterNumerator = 4,
        string? key = null)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentOutOfRangeException.ThrowIfLessThan(meterNumerator, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(meterNumerator, 255);
        if (!double.IsFinite(tempoBpm))
        {
            throw new ArgumentOutOfRangeException(nameof(tempoBpm), tempoBpm, "The tempo is finite.");
        }

        if (!double.IsFinite(startOffsetSeconds))
        {
            throw new ArgumentOutOfRangeException(nameof(startOffsetSeconds), startOffsetSeconds, "The offset is finite.");
        }

        MidiTempoChange tempo = MidiTempoChange.FromBpm(0, tempoBpm > 0 ? tempoBpm : MidiSong.DefaultTempoBpm);
        double ticksPerSecond = MidiSong.DefaultTicksPerQuarter * 1e6 / tempo.MicrosecondsPerQuarter;
        long barTicks = (long)MidiSong.DefaultTicksPerQuarter * meterNumerator;
        double earliest = parts.SelectMany(part => part.Notes).Select(note => note.OnsetSeconds).DefaultIfEmpty(startOffsetSeconds).Min();
        long leadTicks = Math.Max(0, (long)Math.Ceiling((startOffsetSeconds - earliest) * ticksPerSecond / barTicks)) * barTicks;
        MidiKeyChange? signature = MidiKeyChange.FromName(0, key);

        long TicksAt(double seconds) => leadTicks + (long)Math.Round((seconds - startOffsetSeconds) * ticksPerSecond);

        MidiNote NoteOf(TranscribedNote note)
        {
            long start = Math.Max(0, TicksAt(note.OnsetSeconds));
            return new MidiNote(start, Math.Max(1, TicksAt(note.OffsetSeconds) - start), note.MidiPitch, Math.Clamp(note.Velocity, 1, 127));
        }

        return new MidiSong
        {
            Tempos = [tempo],
            Meters = [new MidiMeterChange(0, meterNumerator, 4)],
            Keys = signature is null ? [] : [signature],
            Tracks = parts.Select(part => new MidiTrack(part.Name, part.Program, part.Notes.Select(NoteOf).ToArray())).ToArray(),
        };
    }
}
