namespace GrooveGuru.Core.Transcription.Voice;

/// <summary>The likeliest course of a pitch through frames of candidates, decided a few seconds behind, so that memory stays small.</summary>
/// <remarks>After the hidden Markov model of pYIN (Mauch and Dixon 2014, ICASSP), with one state for no voice.</remarks>
internal sealed class PitchPath
{
    private const double BinsPerSemitone = 5;
    private const int ReachBins = 12;
    private const int BlockFrames = 1024;
    private const int LagFrames = 172;
    private const float JumpCost = 7;
    private const float VoicingCost = 4;
    private const float Floor = 1e-4f;
    private const double NearSemitones = 0.3;

    private readonly double _lowestPitch;
    private readonly int _bins;
    private readonly Action<float> _take;
    private readonly Queue<short[]> _origins = new();
    private readonly Queue<(float Pitch, float Chance)[]> _candidates = new();
    private float[] _scores;
    private float[] _next;

    /// <param name="lowestPitch">The lowest pitch, MIDI note number.</param>
    /// <param name="highestPitch">The highest pitch, MIDI note number.</param>
    /// <param name="take">Called with the pitch of each frame, in order; not a number where there is no voice.</param>
    public PitchPath(double lowestPitch, double highestPitch, Action<float> take)
    {
        _lowestPitch = lowestPitch;
        _bins = (int)((highestPitch - lowestPitch) * BinsPerSemitone) + 1;
        _take = take;
        _scores = new float[_bins + 1];
        _next = new float[_bins + 1];
    }

    /// <summary>Takes the candidates of the next frame.</summary>
    public void Push(IReadOnlyList<(float Pitch, float Chance)> candidates)
    {
        float[] chances = new float[_bins + 1];
        float voiced = 0;
        foreach ((float pitch, float chance) in candidates)
        {
            int bin = (int)Math.Round((pitch - _lowestPitch) * BinsPerSemitone);
            if (bin >= 0 && bin < _bins)
            {
                chances[bin] += chance;
                voiced += chance;
            }
        }

        int silent = _bins;
        chances[silent] = Math.Clamp(1 - voiced, 0.02f, 1);
        Step(chances);
        _candidates.Enqueue([.. candidates]);
        if (_origins.Count >= BlockFrames + LagFrames)
        {
            Decide(BlockFrames);
        }
    }

    /// <summary>Decides the frames that are left.</summary>
    public void Finish() => Decide(_origins.Count);

    private void Step(float[] chances)
    {
        int silent = _bins, leader = 0;
        for (int bin = 1; bin < _bins; bin++)
        {
            leader = _scores[bin] > _scores[leader] ? bin : leader;
        }

        short[] origins = new short[_bins + 1];
        float most = float.NegativeInfinity;
        for (int bin = 0; bin < _bins; bin++)
        {
            (int origin, float best) = (leader, _scores[leader] - JumpCost);
            if (_scores[silent] - VoicingCost > best)
            {
                (origin, best) = (silent, _scores[silent] - VoicingCost);
            }

            for (int from = Math.Max(0, bin - ReachBins); from <= Math.Min(_bins - 1, bin + ReachBins); from++)
            {
                float score = _scores[from] - Steps[Math.Abs(bin - from)];
                (origin, best) = score > best ? (from, score) : (origin, best);
            }

            origins[bin] = (short)origin;
            _next[bin] = best + MathF.Log(chances[bin] + Floor);
            most = Math.Max(most, _next[bin]);
        }

        bool stays = _scores[silent] >= _scores[leader] - VoicingCost;
        origins[silent] = (short)(stays ? silent : leader);
        _next[silent] = (stays ? _scores[silent] : _scores[leader] - VoicingCost) + MathF.Log(chances[silent]);
        System.Numerics.Tensors.TensorPrimitives.Subtract(_next, Math.Max(most, _next[silent]), _next);
        _origins.Enqueue(origins);
        (_scores, _next) = (_next, _scores);
    }

    private static readonly float[] Steps = [.. Enumerable.Range(0, ReachBins + 1).Select(step => -MathF.Log(1 - (step / (ReachBins + 1f))))];

    private void Decide(int count)
    {
        short[][] origins = [.. _origins];
        int state = Array.IndexOf(_scores, _scores.Max());
        int[] path = new int[origins.Length];
        for (int frame = origins.Length - 1; frame >= 0; frame--)
        {
            path[frame] = state;
            state = origins[frame][state];
        }

        for (int frame = 0; frame < count; frame++)
        {
            _origins.Dequeue();
            _take(PitchOf(path[frame], _candidates.Dequeue()));
        }
    }

    private float PitchOf(int state, (float Pitch, float Chance)[] candidates)
    {
        if (state == _bins)
        {
            return float.NaN;
        }

        double middle = _lowestPitch + (state / BinsPerSemitone);
        float pitch = (float)middle;
        double nearest = NearSemitones;
        foreach ((float own, _) in candidates)
        {
            if (Math.Abs(own - middle) < nearest)
            {
                (pitch, nearest) = (own, Math.Abs(own - middle));
            }
        }

        return pitch;
    }
}
