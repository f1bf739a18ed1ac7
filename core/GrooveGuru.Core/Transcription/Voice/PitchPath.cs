using System.Numerics;
using System.Numerics.Tensors;

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
    private readonly int[] _from;

    // Of the last frame and of this one: each pitch with room of ReachBins around that nothing comes from, then no voice.
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
        _scores = new float[_bins + (2 * ReachBins) + 1];
        _next = new float[_scores.Length];
        Array.Fill(_scores, float.NegativeInfinity);
        Array.Fill(_next, float.NegativeInfinity);
        Pitches(_scores).Clear();
        _scores[^1] = 0;
        _from = new int[_bins];
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

    private Span<float> Pitches(float[] scores) => scores.AsSpan(ReachBins, _bins);

    private void Step(float[] chances)
    {
        int silent = _bins;
        ReadOnlySpan<float> scores = Pitches(_scores);
        Span<float> next = Pitches(_next);
        int leader = TensorPrimitives.IndexOfMax(scores);
        float jump = scores[leader] - JumpCost, start = _scores[^1] - VoicingCost;
        next.Fill(Math.Max(jump, start));
        Array.Fill(_from, start > jump ? silent : leader);
        for (int step = -ReachBins; step <= ReachBins; step++)
        {
            TakeBetter(_scores.AsSpan(ReachBins + step, _bins), Steps[Math.Abs(step)], step, next, _from);
        }

        short[] origins = new short[_bins + 1];
        for (int bin = 0; bin < _bins; bin++)
        {
            origins[bin] = (short)_from[bin];
            next[bin] += chances[bin] > 0 ? MathF.Log(chances[bin] + Floor) : NoChance;
        }

        bool stays = _scores[^1] >= scores[leader] - VoicingCost;
        origins[silent] = (short)(stays ? silent : leader);
        float unvoiced = (stays ? _scores[^1] : scores[leader] - VoicingCost) + MathF.Log(chances[silent]);
        float most = Math.Max(TensorPrimitives.Max<float>(next), unvoiced);
        TensorPrimitives.Subtract(next, most, next);
        _next[^1] = unvoiced - most;
        _origins.Enqueue(origins);
        (_scores, _next) = (_next, _scores);
    }

    // For all pitches at once: those that do better to come from a pitch this many bins away.
    private static void TakeBetter(ReadOnlySpan<float> scores, float cost, int step, Span<float> best, Span<int> from)
    {
        int bin = 0;
        Vector<float> costs = new(cost);
        Vector<int> origin = Vector<int>.Indices + new Vector<int>(step);
        for (; bin + Vector<float>.Count <= best.Length; bin += Vector<float>.Count)
        {
            Vector<float> before = new(best[bin..]), score = new Vector<float>(scores[bin..]) - costs;
            Vector<int> isBetter = Vector.GreaterThan(score, before);
            Vector.ConditionalSelect(isBetter, score, before).CopyTo(best[bin..]);
            Vector.ConditionalSelect(isBetter, origin, new Vector<int>(from[bin..])).CopyTo(from[bin..]);
            origin += new Vector<int>(Vector<float>.Count);
        }

        for (; bin < best.Length; bin++)
        {
            if (scores[bin] - cost > best[bin])
            {
                (best[bin], from[bin]) = (scores[bin] - cost, bin + step);
            }
        }
    }

    private static readonly float NoChance = MathF.Log(Floor);
    private static readonly float[] Steps = [.. Enumerable.Range(0, ReachBins + 1).Select(step => -MathF.Log(1 - (step / (ReachBins + 1f))))];

    private void Decide(int count)
    {
        short[][] origins = [.. _origins];
        int best = TensorPrimitives.IndexOfMax(Pitches(_scores)), state = _scores[^1] > Pitches(_scores)[best] ? _bins : best;
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
