using GrooveGuru.Core.Transcription.BasicPitch;

namespace GrooveGuru.Core.Transcription.Polyphony;

/// <summary>Finds all places where a note may begin, far more than there are notes.</summary>
internal static class CandidateFinder
{
    // What the model gives where nothing sounds is about 0.1.
    private const float LeastOnset = 0.15f;
    private const float LeastNoteRise = 0.12f;
    private const float LeastLevelRise = 0.2f;
    private const float LeastNote = 0.18f;
    private const int SameNoteFrames = 3;

    // The first four partials, semitones above the fundamental.
    private static readonly int[] Partials = [0, 12, 19, 24];

    /// <summary>The candidates by frame, then pitch.</summary>
    public static NoteCandidate[] Find(HeardStretch heard, CancellationToken cancellationToken = default)
    {
        List<NoteCandidate> all = [];
        float[] onsets = new float[heard.FrameCount], noteRises = new float[heard.FrameCount], levelRises = new float[heard.FrameCount];
        for (int pitch = 0; pitch < BasicPitchFraming.PitchCount; pitch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int frame = 0; frame < heard.FrameCount; frame++)
            {
                bool sounds = MostNote(heard, frame, pitch) >= LeastNote;
                onsets[frame] = sounds ? heard.Onset(frame, pitch) : 0;
                noteRises[frame] = heard.Note(frame + 2, pitch) - heard.Note(frame - 2, pitch);
                levelRises[frame] = sounds ? LevelRise(heard, frame, pitch) : 0;
            }

            List<NoteCandidate> own = [];
            AddPeaks(onsets, LeastOnset, 2, pitch, 2, own);
            AddPeaks(noteRises, LeastNoteRise, SameNoteFrames, pitch, 1, own);
            AddPeaks(levelRises, LeastLevelRise, SameNoteFrames, pitch, 0, own);
            all.AddRange(Apart(own));
        }

        return [.. all.OrderBy(candidate => candidate.Frame).ThenBy(candidate => candidate.Pitch)];
    }

    /// <summary>By how much the partials of a pitch rise at a frame, in units of 20 dB.</summary>
    public static float LevelRise(HeardStretch heard, int frame, int pitch)
    {
        float sum = 0;
        foreach (int partial in Partials)
        {
            float after = 0, before = 0;
            for (int step = 1; step <= 3; step++)
            {
                after += heard.Level(frame + step, pitch + partial);
                before += heard.Level(frame - 1 - step, pitch + partial);
            }

            sum += Math.Clamp((after - before) / 3, -0.5f, 1);
        }

        return sum / Partials.Length;
    }

    private static float MostNote(HeardStretch heard, int frame, int pitch)
    {
        float most = 0;
        for (int step = 0; step <= 6; step++)
        {
            most = Math.Max(most, heard.Note(frame + step, pitch));
        }

        return most;
    }

    private static void AddPeaks(float[] values, float least, int reach, int pitch, float standing, List<NoteCandidate> found)
    {
        for (int frame = 0; frame < values.Length; frame++)
        {
            if (values[frame] < least)
            {
                continue;
            }

            bool highest = true;
            for (int near = Math.Max(0, frame - reach); near <= Math.Min(values.Length - 1, frame + reach) && highest; near++)
            {
                highest = near < frame ? values[near] < values[frame] : values[near] <= values[frame];
            }

            if (highest)
            {
                found.Add(new NoteCandidate(frame, pitch, standing + Math.Min(values[frame], 0.999f)));
            }
        }
    }

    // Of candidates so close that they are one note the clearest stays.
    private static List<NoteCandidate> Apart(List<NoteCandidate> candidates)
    {
        List<NoteCandidate> stays = [];
        foreach (NoteCandidate candidate in candidates.OrderByDescending(candidate => candidate.Strength))
        {
            if (!stays.Exists(other => Math.Abs(other.Frame - candidate.Frame) <= SameNoteFrames))
            {
                stays.Add(candidate);
            }
        }

        return stays;
    }
}
