namespace GrooveGuru.Core.Transcription.Voice;

/// <summary>How the pitch of a voice moves within a note, where it really does.</summary>
internal static class VoiceBends
{
    private const double LeastMoveSemitones = 0.35;
    private const double LeastSharePitched = 0.6;
    private const double NearSemitones = 3;
    private const int StepFrames = 2;

    // A follower of the pitch needs a moment to go from one note to the next: that is no slide.
    private const double SettleSeconds = 0.12;
    private const double SettledSemitones = 0.5;

    /// <summary>The bends of a note; empty where its pitch stays, or where the voice is not on it.</summary>
    /// <param name="track">The voice.</param>
    /// <param name="note">The note.</param>
    /// <remarks>They begin where the pitch has come to the note and end where it leaves it: steps between notes are none.</remarks>
    public static IReadOnlyList<BendPoint> Of(VoiceTrack track, TranscribedNote note)
    {
        int first = (int)Math.Round(note.OnsetSeconds * VoiceTrack.FramesPerSecond);
        int end = Math.Min(track.Pitches.Count, (int)Math.Round(note.OffsetSeconds * VoiceTrack.FramesPerSecond));
        List<BendPoint> points = [];
        for (int frame = first; frame < end; frame++)
        {
            double semitones = track.Pitches[frame] - note.MidiPitch;
            if (Math.Abs(semitones) <= NearSemitones)
            {
                points.Add(new BendPoint((frame - first) / VoiceTrack.FramesPerSecond, semitones));
            }
        }

        if (points.Count == 0 || points.Count < LeastSharePitched * (end - first))
        {
            return [];
        }

        points = Held(points, (end - first) / VoiceTrack.FramesPerSecond);
        double[] sorted = [.. points.Select(point => point.Semitones).Order()];
        int strays = (int)Math.Ceiling(0.05 * (sorted.Length - 1));
        bool moves = sorted.Length > 2 * strays && sorted[^(strays + 1)] - sorted[strays] >= LeastMoveSemitones;
        return moves ? BendPoints.Thin([points[0] with { Seconds = 0 }, .. points[1..]], StepFrames) : [];
    }

    // Without the way from the note before and to the note after; a way that takes longer is a slide and stays.
    private static List<BendPoint> Held(List<BendPoint> points, double noteSeconds)
    {
        double[] sorted = [.. points.Select(point => point.Semitones).Order()];
        double middle = sorted[sorted.Length / 2];
        bool IsSettled(BendPoint point) => Math.Abs(point.Semitones - middle) <= SettledSemitones;
        int from = points.FindIndex(IsSettled), last = points.FindLastIndex(IsSettled);
        from = points[from].Seconds <= SettleSeconds ? from : 0;
        last = points[last].Seconds >= noteSeconds - SettleSeconds ? last : points.Count - 1;
        return points[from..(last + 1)];
    }
}
