using GrooveGuru.Core.Transcription.BasicPitch;

namespace GrooveGuru.Core.Transcription.Polyphony;

/// <summary>How the pitch of a note of several moves, where it really does.</summary>
internal static class NoteBends
{
    private const int ReachBins = 5;
    private const float LeastContour = 0.25f;
    private const double LeastMoveSemitones = 0.45;
    private const double LeastMovingShare = 0.2;
    private const int SmoothFrames = 2;
    private const int StepFrames = 2;

    /// <summary>The bends of a note; empty where its pitch stays, or where it is not clear.</summary>
    /// <param name="heard">The stretch.</param>
    /// <param name="note">The note's beginning.</param>
    /// <param name="endFrame">The frame after its last.</param>
    public static IReadOnlyList<BendPoint> Of(HeardStretch heard, NoteCandidate note, int endFrame)
    {
        double[] bends = new double[endFrame - note.Frame];
        int clear = 0;
        for (int index = 0; index < bends.Length; index++)
        {
            (double semitones, float contour) = At(heard, note.Frame + index, note.Pitch);
            bends[index] = contour >= LeastContour ? semitones : index > 0 ? bends[index - 1] : 0;
            clear += contour >= LeastContour ? 1 : 0;
        }

        double[] smooth = [.. bends.Select((_, index) => Median(bends, index))];
        double[] sorted = [.. smooth.Order()];
        if (clear < 0.8 * bends.Length || bends.Length < 2 * SmoothFrames)
        {
            return [];
        }

        double middle = sorted[sorted.Length / 2];
        int moving = smooth.Count(bend => Math.Abs(bend - middle) >= LeastMoveSemitones / 2);
        return sorted[^1] - sorted[0] >= LeastMoveSemitones && moving >= LeastMovingShare * bends.Length
            ? BendPoints.Thin([.. smooth.Select((bend, index) => new BendPoint(index * (double)BasicPitchFraming.HopLength / BasicPitchFraming.SampleRateHz, bend))], StepFrames)
            : [];
    }

    // The middle of what sounds around the note's pitch.
    private static (double Semitones, float Contour) At(HeardStretch heard, int frame, int pitch)
    {
        ReadOnlySpan<float> row = heard.Posteriors.Contour.Slice(frame * BasicPitchFraming.ContourBinCount, BasicPitchFraming.ContourBinCount);
        int middle = pitch * BasicPitchFraming.ContourBinsPerSemitone, best = middle;
        for (int bin = Math.Max(0, middle - ReachBins); bin <= Math.Min(row.Length - 1, middle + ReachBins); bin++)
        {
            best = row[bin] > row[best] ? bin : best;
        }

        double weight = 0, sum = 0;
        for (int bin = Math.Max(0, best - 1); bin <= Math.Min(row.Length - 1, best + 1); bin++)
        {
            weight += row[bin];
            sum += row[bin] * (bin - middle);
        }

        return (weight > 0 ? sum / weight / BasicPitchFraming.ContourBinsPerSemitone : 0, row[best]);
    }

    private static double Median(double[] values, int index)
    {
        double[] near = values[Math.Max(0, index - SmoothFrames)..Math.Min(values.Length, index + SmoothFrames + 1)];
        Array.Sort(near);
        return near[near.Length / 2];
    }
}
