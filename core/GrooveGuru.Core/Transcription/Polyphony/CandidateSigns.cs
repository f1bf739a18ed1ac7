using GrooveGuru.Core.Transcription.BasicPitch;

namespace GrooveGuru.Core.Transcription.Polyphony;

/// <summary>What tells notes from the overtones and echoes that look like them, measured at each candidate.</summary>
internal sealed class CandidateSigns
{
    private static readonly int[] OnsetSteps = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6];
    private static readonly int[] NoteSteps = [-16, -10, -6, -4, -2, -1, 0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 28, 40];
    private static readonly int[] LevelSteps = [-12, -8, -5, -3, -2, -1, 0, 1, 2, 3, 5, 8, 12, 18, 26];
    private static readonly int[] FluxSteps = [-3, -2, -1, 0, 1, 2, 3];

    // Semitones to other notes: neighbours, chords, octaves and partials.
    private static readonly int[] Others =
        [-1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -7, 7, -9, 9, -12, 12, -16, 16, -19, 19, -24, 24, -28, 28, -31, 31, -36, 36];

    private static readonly int[] Before = [-1, 1, -12, 12, -19, 19, -24, 24];
    private static readonly int[] Partials = [0, 12, 19, 24, 28, 31, 34, 36];
    private static readonly int[] Under = [-12, -19, -24, -28];
    private static readonly float[] LongLeasts = [0.15f, 0.3f, 0.5f];

    private const int LongestFrames = 100;

    private readonly HeardStretch _heard;
    private readonly NoteCandidate[] _candidates;
    private readonly StretchMeasures _stretch;
    private readonly int[] _firstAt;
    private readonly NoteCandidate?[] _previous;
    private readonly NoteCandidate?[] _next;

    /// <param name="heard">What was heard.</param>
    /// <param name="candidates">All candidates of it, by frame.</param>
    public CandidateSigns(HeardStretch heard, NoteCandidate[] candidates)
    {
        _heard = heard;
        _candidates = candidates;
        _stretch = new StretchMeasures(heard, candidates);
        _firstAt = new int[heard.FrameCount + 1];
        int at = 0;
        for (int frame = 0; frame <= heard.FrameCount; frame++)
        {
            while (at < candidates.Length && candidates[at].Frame < frame)
            {
                at++;
            }

            _firstAt[frame] = at;
        }

        (_previous, _next) = Neighbours(candidates);
    }

    /// <summary>How many signs a candidate has.</summary>
    public static int Count { get; } = OnsetSteps.Length + NoteSteps.Length + (2 * Others.Length) + Before.Length + (2 * Partials.Length) + Under.Length
        + LevelSteps.Length + LevelSteps.Length + FluxSteps.Length + (2 * LongLeasts.Length) + 4 + 4 + 3 + 4 + 3 + StretchMeasures.GlobalCount;

    /// <summary>Measures one candidate.</summary>
    /// <param name="index">Which one.</param>
    /// <param name="signs">Receives its signs [<see cref="Count"/>].</param>
    public void Measure(int index, Span<float> signs)
    {
        NoteCandidate candidate = _candidates[index];
        var writer = new Row(signs);
        int frame = candidate.Frame, pitch = candidate.Pitch;
        foreach (int step in OnsetSteps)
        {
            writer.Add(Odds(_heard.Onset(frame + step, pitch)));
        }

        foreach (int step in NoteSteps)
        {
            writer.Add(Odds(_heard.Note(frame + step, pitch)));
        }

        foreach (int other in Others)
        {
            writer.Add(Odds(MostOnset(frame, pitch + other)));
            writer.Add(MeanNote(frame + 1, 8, pitch + other));
        }

        foreach (int other in Before)
        {
            writer.Add(MeanNote(frame - 8, 7, pitch + other));
        }

        AddLevels(ref writer, frame, pitch);
        foreach (int step in FluxSteps)
        {
            writer.Add(_stretch.FluxAt(frame + step));
        }

        foreach (float least in LongLeasts)
        {
            writer.Add(Run(frame + 1, 1, pitch, least));
            writer.Add(Run(frame - 1, -1, pitch, least));
        }

        AddSurroundings(ref writer, index);
        writer.AddAll(_stretch.Global);
    }

    // Readings of a model are far apart near 0 and near 1.
    private static float Odds(float probability) => MathF.Log(Math.Max(probability - 0.08f, 0.01f) / (1.01f - probability)) / 2;

    private static (NoteCandidate?[] Previous, NoteCandidate?[] Next) Neighbours(NoteCandidate[] candidates)
    {
        var previous = new NoteCandidate?[candidates.Length];
        var next = new NoteCandidate?[candidates.Length];
        int[] last = new int[BasicPitchFraming.PitchCount];
        Array.Fill(last, -1);
        for (int index = 0; index < candidates.Length; index++)
        {
            int pitch = candidates[index].Pitch;
            if (last[pitch] >= 0)
            {
                previous[index] = candidates[last[pitch]];
                next[last[pitch]] = candidates[index];
            }

            last[pitch] = index;
        }

        return (previous, next);
    }

    private void AddLevels(ref Row writer, int frame, int pitch)
    {
        foreach (int partial in Partials)
        {
            float after = MostLevel(frame + 1, 5, pitch + partial);
            writer.Add(after);
            writer.Add(after - MeanLevel(frame - 5, 4, pitch + partial));
        }

        foreach (int under in Under)
        {
            writer.Add(MostLevel(frame + 1, 5, pitch + under));
        }

        foreach (int step in LevelSteps)
        {
            writer.Add((_heard.Level(frame + step, pitch) + _heard.Level(frame + step, pitch + 12)
                + _heard.Level(frame + step, pitch + 19) + _heard.Level(frame + step, pitch + 24)) / 4);
            writer.Add(_heard.Level(frame + step, pitch));
        }
    }

    private void AddSurroundings(ref Row writer, int index)
    {
        NoteCandidate candidate = _candidates[index];
        int frame = candidate.Frame, pitch = candidate.Pitch;
        foreach (NoteCandidate? other in new[] { _previous[index], _next[index] })
        {
            writer.Add(other is { } near ? Math.Min(1, Math.Abs(near.Frame - frame) / (float)LongestFrames) : 1);
            writer.Add(other is { } strong ? MathF.Max(0, strong.Strength - 1) : 0);
        }

        float together = 0, lower = 0, higher = 0;
        for (int at = _firstAt[Math.Max(0, frame - 2)]; at < _firstAt[Math.Min(_heard.FrameCount, frame + 3)]; at++)
        {
            float onset = Math.Max(0, _candidates[at].Strength - 2);
            together += onset;
            lower = _candidates[at].Pitch < pitch ? Math.Max(lower, onset) : lower;
            higher = _candidates[at].Pitch > pitch ? Math.Max(higher, onset) : higher;
        }

        writer.Add(together / 4);
        writer.Add(lower);
        writer.Add(higher);
        writer.Add(candidate.Strength / 3);
        float below = 0, above = 0, most = 0;
        ReadOnlySpan<float> notes = _heard.Notes(frame + 4);
        for (int other = 0; other < notes.Length; other++)
        {
            most = Math.Max(most, notes[other]);
            (below, above) = (below + (other < pitch - 1 ? notes[other] : 0), above + (other > pitch + 1 ? notes[other] : 0));
        }

        writer.Add(below / 4);
        writer.Add(above / 4);
        writer.Add(most);
        writer.Add(_stretch.NotesAt(frame - 4) / 4);
        writer.Add(_stretch.NotesAt(frame + 4) / 4);
        writer.Add(_stretch.OnsetsAt(frame) / 4);
        writer.Add(CandidateFinder.LevelRise(_heard, frame, pitch));
        writer.Add(pitch / 44f);
        writer.Add(Math.Max(0, 30 - pitch) / 20f);
        writer.Add(Math.Max(0, pitch - 60) / 20f);
    }

    private float MostOnset(int frame, int pitch)
    {
        float most = 0;
        for (int near = frame - 2; near <= frame + 2; near++)
        {
            most = Math.Max(most, _heard.Onset(near, pitch));
        }

        return most;
    }

    private float MeanNote(int first, int count, int pitch)
    {
        float sum = 0;
        for (int frame = first; frame < first + count; frame++)
        {
            sum += _heard.Note(frame, pitch);
        }

        return sum / count;
    }

    private float MostLevel(int first, int count, int pitch)
    {
        float most = float.NegativeInfinity;
        for (int frame = first; frame < first + count; frame++)
        {
            most = Math.Max(most, _heard.Level(frame, pitch));
        }

        return most;
    }

    private float MeanLevel(int first, int count, int pitch)
    {
        float sum = 0;
        for (int frame = first; frame < first + count; frame++)
        {
            sum += _heard.Level(frame, pitch);
        }

        return sum / count;
    }

    // How long the note goes on without falling below a probability for three frames.
    private float Run(int first, int step, int pitch, float least)
    {
        int run = 0, below = 0;
        for (int frame = first; run < LongestFrames && below < 3; frame += step)
        {
            below = _heard.Note(frame, pitch) < least ? below + 1 : 0;
            run++;
        }

        return (run - below) / (float)LongestFrames;
    }

    /// <summary>A row that is filled from its beginning.</summary>
    private ref struct Row(Span<float> values)
    {
        private readonly Span<float> _values = values;
        private int _at;

        public void Add(float value) => _values[_at++] = value;

        public void AddAll(ReadOnlySpan<float> values)
        {
            values.CopyTo(_values[_at..]);
            _at += values.Length;
        }
    }
}
