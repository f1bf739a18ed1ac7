namespace GrooveGuru.Core.Transcription.Voice;

/// <summary>What several ways to follow one voice agree on.</summary>
internal static class NoteVote
{
    private const double TogetherSeconds = 0.075;

    // How likely the model must hold a note to be where the melody's range ends.
    private const double SureConfidence = 0.7;

    /// <summary>Notes that most of those hear that can.</summary>
    /// <param name="melody">The notes of the melody, by onset; there are none outside its range.</param>
    /// <param name="model">The notes of the model, by onset: outside the melody's range one that it is sure of needs no other.</param>
    /// <param name="voice">The notes of the period, by onset.</param>
    /// <returns>The notes by onset; they do not overlap.</returns>
    public static IReadOnlyList<TranscribedNote> OfVoice(
        IReadOnlyList<TranscribedNote> melody, IReadOnlyList<TranscribedNote> model, IReadOnlyList<TranscribedNote> voice)
    {
        MelodyTranscriptionOptions range = MelodyTranscriptionOptions.Melody;
        IEnumerable<TranscribedNote> sure = model.Where(note => note.Confidence >= SureConfidence
            && (note.MidiPitch < range.LowestMidiPitch || note.MidiPitch > range.HighestMidiPitch));
        return Majority([.. melody.Concat(sure).OrderBy(note => note.OnsetSeconds)], model, voice);
    }

    /// <summary>Notes that a majority of the ways heard.</summary>
    /// <param name="ways">The notes of each way, by onset, the most trusted one first; its ends and bends count.</param>
    /// <returns>The notes by onset; they do not overlap.</returns>
    public static IReadOnlyList<TranscribedNote> Majority(params IReadOnlyList<TranscribedNote>[] ways)
    {
        bool[][] taken = [.. ways.Select(way => new bool[way.Count])];
        List<TranscribedNote> agreed = [];
        for (int way = 0; way < ways.Length; way++)
        {
            int[] from = new int[ways.Length];
            for (int note = 0; note < ways[way].Count; note++)
            {
                if (taken[way][note])
                {
                    continue;
                }

                List<TranscribedNote> together = [ways[way][note]];
                for (int other = way + 1; other < ways.Length; other++)
                {
                    int nearest = Nearest(ways[other], taken[other], ref from[other], ways[way][note]);
                    if (nearest >= 0)
                    {
                        taken[other][nearest] = true;
                        together.Add(ways[other][nearest]);
                    }
                }

                if (2 * together.Count > ways.Length)
                {
                    double[] onsets = [.. together.Select(own => own.OnsetSeconds).Order()];
                    double onset = (onsets[(onsets.Length - 1) / 2] + onsets[onsets.Length / 2]) / 2;
                    agreed.Add(ways[way][note] with { OnsetSeconds = onset, OffsetSeconds = Math.Max(onset + 0.01, ways[way][note].OffsetSeconds) });
                }
            }
        }

        return Apart([.. agreed.OrderBy(note => note.OnsetSeconds)]);
    }

    // The index is moved on to the first note that may begin together with this one.
    private static int Nearest(IReadOnlyList<TranscribedNote> notes, bool[] taken, ref int from, TranscribedNote note)
    {
        while (from < notes.Count && notes[from].OnsetSeconds < note.OnsetSeconds - TogetherSeconds)
        {
            from++;
        }

        (int best, double least) = (-1, TogetherSeconds);
        for (int other = from; other < notes.Count && notes[other].OnsetSeconds <= note.OnsetSeconds + TogetherSeconds; other++)
        {
            double away = Math.Abs(notes[other].OnsetSeconds - note.OnsetSeconds);
            if (!taken[other] && notes[other].MidiPitch == note.MidiPitch && away <= least)
            {
                (best, least) = (other, away);
            }
        }

        return best;
    }

    private static List<TranscribedNote> Apart(IReadOnlyList<TranscribedNote> notes)
    {
        List<TranscribedNote> apart = [];
        foreach (TranscribedNote note in notes)
        {
            if (apart.Count > 0 && apart[^1].OffsetSeconds > note.OnsetSeconds)
            {
                if (note.OnsetSeconds - apart[^1].OnsetSeconds < 0.02)
                {
                    continue;
                }

                apart[^1] = apart[^1] with { OffsetSeconds = note.OnsetSeconds };
            }

            apart.Add(note);
        }

        return apart;
    }
}
