namespace GrooveGuru.Core.Transcription.Voice;

/// <summary>Writes down one voice that sounds alone: a singer, a bass, a lead.</summary>
internal static class VoiceTranscriber
{
    // A voice alone has a clear period nearly wherever it is loud; a mix hardly ever.
    private const double LeastClarity = 0.5;
    private const double AloneShare = 0.5;
    private const double LoudDb = 30;
    private const double LeastVoicedShare = 0.5;
    private const double LeastNoteClarity = 0.3;
    private const double MostStraySemitones = 0.8;

    /// <summary>Whether a period is clear in most of the loud frames: of one voice, or of one that is much louder than all others.</summary>
    public static bool IsAlone(VoiceTrack track) => ShareOfClear(track) >= AloneShare;

    /// <summary>The share of the loud frames that have a clear period, 0 to 1; 0 where nothing sounds.</summary>
    public static double ShareOfClear(VoiceTrack track)
    {
        if (track.LevelsDb.Count == 0)
        {
            return 0;
        }

        float[] levels = [.. track.LevelsDb.Order()];
        double loud = levels[(int)(0.95 * (levels.Length - 1))] - LoudDb, least = Math.Max(loud, -70);
        int sounding = 0, clear = 0;
        for (int frame = 0; frame < track.Pitches.Count; frame++)
        {
            sounding += track.LevelsDb[frame] > least ? 1 : 0;
            clear += track.LevelsDb[frame] > least && track.Clarities[frame] >= LeastClarity ? 1 : 0;
        }

        return sounding > 0 ? (double)clear / sounding : 0;
    }

    /// <summary>Writes the notes down.</summary>
    /// <param name="track">The voice.</param>
    /// <param name="settings">What notes cost; the ones that were found best where null.</param>
    /// <returns>The notes by onset; they do not overlap.</returns>
    public static IReadOnlyList<TranscribedNote> Notes(VoiceTrack track, VoiceSettings? settings = null)
    {
        settings ??= new VoiceSettings();
        List<(TranscribedNote Note, double LevelDb)> notes = [];
        foreach ((int first, int end, int held) in new VoiceSegmenter(track, settings).Segment())
        {
            int last = end;
            while (last > held + 1 && float.IsNaN(track.Pitches[last - 1]))
            {
                last--;
            }

            if ((last - first) / VoiceTrack.FramesPerSecond >= settings.ShortestSeconds && NoteOf(track, first, last, held, settings) is { } note)
            {
                notes.Add(note);
            }
        }

        double loudest = notes.Count == 0 ? 0 : notes.Max(note => note.LevelDb);
        return [.. notes.Where(note => note.LevelDb >= loudest - settings.FaintDb).Select(note => note.Note with
        {
            Velocity = (int)Math.Clamp(Math.Round(112 * Math.Pow(10, (note.LevelDb - loudest) / 40)), 20, 127),
        })];
    }

    private static (TranscribedNote Note, double LevelDb)? NoteOf(VoiceTrack track, int first, int end, int held, VoiceSettings settings)
    {
        float[] pitches = [.. Enumerable.Range(held, end - held).Select(frame => track.Pitches[frame]).Where(pitch => !float.IsNaN(pitch)).Order()];
        if (pitches.Length == 0 || pitches.Length < LeastVoicedShare * (end - held))
        {
            return null;
        }

        double pitch = pitches[pitches.Length / 2];
        double clarity = Enumerable.Range(held, end - held).Average(frame => track.Clarities[frame]);
        double stray = pitches.Average(own => Math.Abs(own - pitch));
        int midiPitch = (int)Math.Round(pitch);
        if (clarity < LeastNoteClarity || stray > MostStraySemitones || midiPitch is < 0 or > 127)
        {
            return null;
        }

        double onset = Math.Max(0, (first / VoiceTrack.FramesPerSecond) + settings.OnsetShiftSeconds);
        double offset = Math.Max(onset + 0.01, (end / VoiceTrack.FramesPerSecond) + settings.OnsetShiftSeconds);
        double level = Enumerable.Range(first, end - first).Max(frame => track.LevelsDb[frame]);
        return (new TranscribedNote(onset, offset, midiPitch, 100, Math.Min(1, clarity)), level);
    }
}
