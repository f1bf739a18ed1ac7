namespace GrooveGuru.Core.Transcription;

/// <summary>Leaves out notes that belong to the accompaniment: far from the melody around them, or much fainter than it.</summary>
/// <remarks>After the contour selection of Salamon and Gómez 2012, IEEE TASLP 20(6).</remarks>
internal static class MelodyOutliers
{
    private const double AroundSeconds = 5;
    private const double FarSemitones = 11;
    private const double FaintShare = 0.72;
    private const double FaintestShare = 0.62;
    private const double SofterVelocity = 24;

    /// <summary>The notes that stay, in order.</summary>
    public static TranscribedNote[] Remove(TranscribedNote[] notes)
    {
        double clear = WeightedMedian(notes, note => note.Confidence);
        return notes.Where(note => Stays(note, notes, clear)).ToArray();
    }

    private static bool Stays(TranscribedNote note, TranscribedNote[] notes, double clear)
    {
        TranscribedNote[] around = notes
            .Where(other => Math.Abs(other.OnsetSeconds - note.OnsetSeconds) < AroundSeconds)
            .ToArray();
        double confidence = WeightedMedian(around, other => other.Confidence);
        double pitch = WeightedMedian(around, other => other.MidiPitch);
        double velocity = WeightedMedian(around, other => other.Velocity);
        return note.Confidence >= FaintShare * confidence
            && note.Confidence >= FaintestShare * clear
            && note.Velocity >= velocity - SofterVelocity
            && Math.Abs(note.MidiPitch - pitch) <= FarSemitones;
    }

    /// <summary>Median weighted by length: long notes say more about where the melody lies.</summary>
    private static double WeightedMedian(TranscribedNote[] notes, Func<TranscribedNote, double> value)
    {
        double half = notes.Sum(Length) / 2;
        double sum = 0;
        foreach (TranscribedNote note in notes.OrderBy(value))
        {
            sum += Length(note);
            if (sum >= half)
            {
                return value(note);
            }
        }

        return 0;
    }

    private static double Length(TranscribedNote note) => note.OffsetSeconds - note.OnsetSeconds;
}
