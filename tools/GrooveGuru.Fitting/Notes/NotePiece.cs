using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Core.Transcription.BasicPitch;
using GrooveGuru.Core.Transcription.Evaluation;
using GrooveGuru.Core.Transcription.Polyphony;

namespace GrooveGuru.Fitting.Notes;

/// <summary>A piece whose candidates are known to be notes or not.</summary>
internal sealed class NotePiece
{
    private const double NearSeconds = 0.06;
    private const double OnsetWorth = 0.03;

    /// <summary>Finds the candidates of a piece and the true note of each.</summary>
    /// <param name="truth">What is known of it.</param>
    /// <param name="heard">What was heard of it.</param>
    public NotePiece(TruthPiece truth, HeardStretch heard)
    {
        Truth = truth;
        FrameCount = heard.FrameCount;
        Candidates = CandidateFinder.Find(heard);
        CandidateSigns signs = new(heard, Candidates);
        Signs = new Half[Candidates.Length][];
        float[] row = new float[CandidateSigns.Count];
        for (int index = 0; index < Candidates.Length; index++)
        {
            signs.Measure(index, row);
            Signs[index] = Array.ConvertAll(row, value => (Half)value);
        }

        IsNote = new bool[Candidates.Length];
        IsNear = new bool[Candidates.Length];
        ShiftSeconds = new float[Candidates.Length];
        Label();
    }

    /// <summary>What is known of the piece.</summary>
    public TruthPiece Truth { get; }

    /// <summary>Frames.</summary>
    public int FrameCount { get; }

    /// <summary>The candidates by frame.</summary>
    public NoteCandidate[] Candidates { get; }

    /// <summary>Their signs [candidates][signs].</summary>
    public Half[][] Signs { get; }

    /// <summary>Whether each is a note.</summary>
    public bool[] IsNote { get; }

    /// <summary>Whether each is close to a note of its pitch that another candidate stands for.</summary>
    public bool[] IsNear { get; }

    /// <summary>How long after the candidate's frame its note begins, s.</summary>
    public float[] ShiftSeconds { get; }

    /// <summary>How right the notes are that are chosen from a least probability on.</summary>
    public NoteScore Score((float Chance, float ShiftSeconds)[] judged, float leastChance)
    {
        ScoredNote[] estimated = [.. NoteChooser.Chosen(Candidates, judged, leastChance, 0).Select(index =>
        {
            double onset = NoteChooser.OnsetSeconds(Candidates[index], judged[index].ShiftSeconds, 0);
            return new ScoredNote(onset, onset + 0.1, Candidates[index].Pitch + BasicPitchFraming.LowestMidiPitch);
        })];
        return NoteScore.Compare([.. Truth.Notes.Select(note => new ScoredNote(note.OnsetSeconds, note.OffsetSeconds, note.Pitch))], estimated);
    }

    private void Label()
    {
        List<(double Worth, int Note, int Candidate)> pairs = [];
        for (int note = 0; note < Truth.Notes.Count; note++)
        {
            for (int index = 0; index < Candidates.Length; index++)
            {
                double away = Math.Abs(PitchLevels.SecondsAt(Candidates[index].Frame) - Truth.Notes[note].OnsetSeconds);
                if (away <= NearSeconds && Candidates[index].Pitch + BasicPitchFraming.LowestMidiPitch == Truth.Notes[note].Pitch)
                {
                    pairs.Add((away - (OnsetWorth * Candidates[index].Strength / 3), note, index));
                    IsNear[index] = true;
                }
            }
        }

        HashSet<int> notes = [];
        foreach ((_, int note, int index) in pairs.OrderBy(pair => pair.Worth))
        {
            if (!IsNote[index] && notes.Add(note))
            {
                IsNote[index] = true;
                IsNear[index] = false;
                ShiftSeconds[index] = (float)(Truth.Notes[note].OnsetSeconds - PitchLevels.SecondsAt(Candidates[index].Frame));
            }
        }
    }
}
