namespace GrooveGuru.Core.Transcription.BasicPitch;

/// <summary>How the pitch of a note moves around its semitone.</summary>
public static class PitchBends
{
    /// <summary>The steps that bends are given in, in a semitone.</summary>
    public const int StepsPerSemitone = BasicPitchFraming.ContourBinsPerSemitone;

    private const int ReachBins = 25;
    private const double SpreadBins = 5;

    private static readonly float[] Nearness =
        [.. Enumerable.Range(-ReachBins, (2 * ReachBins) + 1).Select(bin => (float)Math.Exp(-0.5 * bin * bin / (SpreadBins * SpreadBins)))];

    /// <summary>The bend of a note in each of its frames, in thirds of a semitone above it.</summary>
    /// <param name="posteriors">What the model heard; the note's frames count from its beginning.</param>
    /// <param name="note">The note.</param>
    public static int[] Of(NotePosteriors posteriors, NoteEvent note)
    {
        ArgumentNullException.ThrowIfNull(posteriors);
        ArgumentNullException.ThrowIfNull(note);
        int middle = (note.MidiPitch - BasicPitchFraming.LowestMidiPitch) * StepsPerSemitone;
        int first = Math.Max(0, middle - ReachBins), last = Math.Min(BasicPitchFraming.ContourBinCount - 1, middle + ReachBins);
        int[] bends = new int[note.EndFrame - note.StartFrame];
        for (int index = 0; index < bends.Length; index++)
        {
            ReadOnlySpan<float> row = posteriors.Contour.Slice(
                (note.StartFrame + index) * BasicPitchFraming.ContourBinCount, BasicPitchFraming.ContourBinCount);
            int best = first;
            float highest = float.NegativeInfinity;
            for (int bin = first; bin <= last; bin++)
            {
                float value = row[bin] * Nearness[bin - middle + ReachBins];
                if (value > highest)
                {
                    (best, highest) = (bin, value);
                }
            }

            bends[index] = best - middle;
        }

        return bends;
    }
}
