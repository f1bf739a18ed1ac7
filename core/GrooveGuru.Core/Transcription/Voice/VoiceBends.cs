namespace GrooveGuru.Core.Transcription.Voice;

/// <summary>How the pitch of a voice moves within a note, where it really does.</summary>
internal static class VoiceBends
{
    private const double LeastMoveSemitones = 0.35;
    private const double LeastSharePitched = 0.6;
    private const double NearSemitones = 3;
    private const int StepFrames = 2;

    /// <summary>The bends of a note; empty where its pitch stays, or where the voice is not on it.</summary>
    /// <param name="track">The voice.</param>
    /// <param name="note">The note.</param>
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

        double[] sorted = [.. points.Select(point => point.Semitones).Order()];
        bool moves = sorted.Length > 0 && sorted.Length >= LeastSharePitched * (end - first)
            && sorted[(int)(0.95 * (sorted.Length - 1))] - sorted[(int)(0.05 * (sorted.Length - 1))] >= LeastMoveSemitones;
        return moves ? BendPoints.Thin(points, StepFrames) : [];
    }
}
