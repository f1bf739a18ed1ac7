using GrooveGuru.Core.Transcription.BasicPitch;

namespace GrooveGuru.Core.Transcription.Polyphony;

/// <summary>Makes notes of what is known of a stretch: the candidates that are likely enough, each from its onset to its end.</summary>
internal static class NoteChooser
{
    private const double LeastApartSeconds = 0.07;
    private const double LeastSeconds = 0.03;
    private const float Silence = 0.1f;
    private const float EndShare = 0.6f;
    private const float LeastEndNote = 0.2f;
    private const int EndFrames = 11;
    private const int PeakFrames = 20;
    private const double LoudestVelocity = 112;

    /// <summary>Chooses the notes of a stretch.</summary>
    /// <param name="heard">The stretch.</param>
    /// <param name="model">Judges the candidates.</param>
    /// <param name="firstFrame">The stretch's first frame in the recording.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The notes by onset; seconds count from the recording's beginning.</returns>
    public static IReadOnlyList<TranscribedNote> Choose(HeardStretch heard, NoteModel model, int firstFrame = 0, CancellationToken cancellationToken = default)
    {
        NoteCandidate[] candidates = CandidateFinder.Find(heard, cancellationToken);
        (float Chance, float ShiftSeconds)[] judged = model.Judge(heard, candidates, cancellationToken);
        List<TranscribedNote> notes = [];
        foreach (IGrouping<int, int> pitch in Chosen(candidates, judged, model.LeastChance, firstFrame).GroupBy(index => candidates[index].Pitch))
        {
            int[] own = [.. pitch.OrderBy(index => candidates[index].Frame)];
            for (int at = 0; at < own.Length; at++)
            {
                int last = at + 1 < own.Length ? candidates[own[at + 1]].Frame : heard.FrameCount;
                notes.Add(NoteOf(heard, candidates[own[at]], judged[own[at]], last, firstFrame));
            }
        }

        return [.. notes.OrderBy(note => note.OnsetSeconds).ThenBy(note => note.MidiPitch)];
    }

    /// <summary>The candidates that are notes: likely enough, and none of the same pitch that is likelier is close.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="judged">How likely each is a note, and how long after its frame it begins, s.</param>
    /// <param name="leastChance">The least probability.</param>
    /// <param name="firstFrame">The stretch's first frame in the recording.</param>
    /// <returns>Their indices.</returns>
    public static IReadOnlyList<int> Chosen(NoteCandidate[] candidates, (float Chance, float ShiftSeconds)[] judged, float leastChance, int firstFrame)
    {
        List<int> chosen = [];
        var onsets = new List<double>[BasicPitchFraming.PitchCount];
        foreach (int index in Enumerable.Range(0, candidates.Length).Where(index => judged[index].Chance >= leastChance).OrderByDescending(index => judged[index].Chance))
        {
            double onset = OnsetSeconds(candidates[index], judged[index].ShiftSeconds, firstFrame);
            List<double> others = onsets[candidates[index].Pitch] ??= [];
            if (!others.Exists(other => Math.Abs(other - onset) < LeastApartSeconds))
            {
                others.Add(onset);
                chosen.Add(index);
            }
        }

        return chosen;
    }

    /// <summary>When a candidate begins, s.</summary>
    public static double OnsetSeconds(NoteCandidate candidate, float shiftSeconds, int firstFrame)
        => Math.Max(0, PitchLevels.SecondsAt(firstFrame + candidate.Frame) + Math.Clamp(shiftSeconds, -0.06f, 0.06f));

    private static TranscribedNote NoteOf(
        HeardStretch heard, NoteCandidate candidate, (float Chance, float ShiftSeconds) judged, int lastFrame, int firstFrame)
    {
        int end = EndOf(heard, candidate, lastFrame);
        double onset = OnsetSeconds(candidate, judged.ShiftSeconds, firstFrame);
        double offset = Math.Max(onset + LeastSeconds, PitchLevels.SecondsAt(firstFrame + end));
        return new TranscribedNote(onset, offset, candidate.Pitch + BasicPitchFraming.LowestMidiPitch, Velocity(heard, candidate), judged.Chance)
        {
            Bends = NoteBends.Of(heard, candidate, end),
        };
    }

    // Where its reading has fallen to a share of its highest one, for a while.
    private static int EndOf(HeardStretch heard, NoteCandidate candidate, int lastFrame)
    {
        float most = 0;
        for (int frame = candidate.Frame; frame < candidate.Frame + PeakFrames; frame++)
        {
            most = Math.Max(most, heard.Note(frame, candidate.Pitch));
        }

        float least = Math.Max(LeastEndNote, Silence + (EndShare * (most - Silence)));
        int below = 0, end = candidate.Frame + 2;
        for (int frame = end; frame < lastFrame && below < EndFrames; frame++)
        {
            if (heard.Note(frame, candidate.Pitch) >= least)
            {
                (below, end) = (0, frame + 1);
            }
            else
            {
                below++;
            }
        }

        return Math.Min(end, lastFrame);
    }

    // Sound fonts and instruments alike grow by some 40 dB over the range of velocities.
    private static int Velocity(HeardStretch heard, NoteCandidate candidate)
    {
        float level = float.NegativeInfinity;
        for (int frame = candidate.Frame; frame < candidate.Frame + 8; frame++)
        {
            level = Math.Max(level, Math.Max(heard.Level(frame, candidate.Pitch), heard.Level(frame, candidate.Pitch + 12)));
        }

        return (int)Math.Clamp(Math.Round(LoudestVelocity * Math.Pow(10, level / 2)), 20, 127);
    }
}
