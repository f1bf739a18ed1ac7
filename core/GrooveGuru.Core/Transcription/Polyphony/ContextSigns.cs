using GrooveGuru.Core.Transcription.BasicPitch;

namespace GrooveGuru.Core.Transcription.Polyphony;

/// <summary>What the first round holds of the candidates around one.</summary>
internal sealed class ContextSigns
{
    private const int TogetherFrames = 3;
    private const int PitchClasses = 12;
    private const int ShortestBeatFrames = 9;
    private const int LongestBeatFrames = 90;

    // Semitones to other notes: neighbours, chords, octaves and partials.
    private static readonly int[] Others =
        [-1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -7, 7, -8, 8, -9, 9, -12, 12, -16, 16, -19, 19, -24, 24, -28, 28, -31, 31, -36, 36];

    // Frames before and after, in which the same pitch may begin too.
    private static readonly (int From, int To)[] Around = [(-12, -1), (1, 12), (-40, -13), (13, 40), (-120, -41), (41, 120)];
    private static readonly (int From, int To)[] Beside = [(-2, 2), (-8, -3), (3, 8)];

    private readonly NoteCandidate[] _candidates;
    private readonly float[] _chances;
    private readonly int _frameCount;
    private readonly float[] _best;
    private readonly float[] _sums;
    private readonly float[] _pitchShares = new float[BasicPitchFraming.PitchCount];
    private readonly float[] _classShares = new float[PitchClasses];
    private readonly float _rate;
    private readonly int _beatFrames;

    /// <param name="candidates">All candidates, by frame.</param>
    /// <param name="chances">How likely the first round holds each to be a note [candidates].</param>
    /// <param name="frameCount">Frames of the stretch.</param>
    public ContextSigns(NoteCandidate[] candidates, float[] chances, int frameCount)
    {
        _candidates = candidates;
        _chances = chances;
        _frameCount = frameCount;
        _best = new float[frameCount * BasicPitchFraming.PitchCount];
        _sums = new float[frameCount];
        float all = 0;
        for (int index = 0; index < candidates.Length; index++)
        {
            (int frame, int pitch, _) = candidates[index];
            ref float best = ref _best[(frame * BasicPitchFraming.PitchCount) + pitch];
            best = Math.Max(best, chances[index]);
            _sums[frame] += chances[index];
            _pitchShares[pitch] += chances[index];
            _classShares[pitch % PitchClasses] += chances[index];
            all += chances[index];
        }

        Scale(_pitchShares);
        Scale(_classShares);
        _rate = all * BasicPitchFraming.SampleRateHz / BasicPitchFraming.HopLength / Math.Max(frameCount, 100) / 10;
        _beatFrames = BeatFrames();
    }

    /// <summary>How many signs there are.</summary>
    public static int Count { get; } = 1 + Others.Length + Around.Length + Beside.Length + 10;

    /// <summary>Measures one candidate.</summary>
    /// <param name="index">Which one.</param>
    /// <param name="signs">Receives its signs [<see cref="Count"/>].</param>
    public void Measure(int index, Span<float> signs)
    {
        (int frame, int pitch, _) = _candidates[index];
        float own = _chances[index];
        int at = 0;
        signs[at++] = MathF.Log((own + 0.001f) / (1.001f - own)) / 2;
        foreach (int other in Others)
        {
            signs[at++] = Most(frame - TogetherFrames, frame + TogetherFrames, pitch + other);
        }

        foreach ((int from, int to) in Around)
        {
            signs[at++] = Most(frame + from, frame + to, pitch);
        }

        foreach ((int from, int to) in Beside)
        {
            signs[at++] = Sum(frame + from, frame + to) / 4;
        }

        (float lower, float higher, int lowerCount, int higherCount) = (0, 0, 0, 0);
        for (int other = 0; other < BasicPitchFraming.PitchCount; other++)
        {
            float most = Most(frame - TogetherFrames, frame + TogetherFrames, other);
            lower = other < pitch ? Math.Max(lower, most) : lower;
            higher = other > pitch ? Math.Max(higher, most) : higher;
            lowerCount += other < pitch && most > 0.5f ? 1 : 0;
            higherCount += other > pitch && most > 0.5f ? 1 : 0;
        }

        signs[at++] = lower;
        signs[at++] = higher;
        signs[at++] = lowerCount / 3f;
        signs[at++] = higherCount / 3f;
        signs[at++] = _rate;
        signs[at++] = _pitchShares[pitch];
        signs[at++] = _classShares[pitch % PitchClasses];
        signs[at++] = Sum(frame - _beatFrames - 2, frame - _beatFrames + 2) / 4;
        signs[at++] = Sum(frame + _beatFrames - 2, frame + _beatFrames + 2) / 4;
        signs[at] = _beatFrames / (float)LongestBeatFrames;
    }

    private static void Scale(float[] shares)
    {
        float most = Math.Max(1e-6f, shares.Max());
        for (int at = 0; at < shares.Length; at++)
        {
            shares[at] /= most;
        }
    }

    // The lag at which the beginnings of notes repeat best.
    private int BeatFrames()
    {
        float[] smooth = new float[_frameCount];
        for (int frame = 0; frame < _frameCount; frame++)
        {
            smooth[frame] = Sum(frame - 1, frame + 1);
        }

        (int best, float most) = (ShortestBeatFrames, float.NegativeInfinity);
        for (int lag = ShortestBeatFrames; lag <= LongestBeatFrames && lag < _frameCount; lag++)
        {
            float score = System.Numerics.Tensors.TensorPrimitives.Dot<float>(smooth.AsSpan(lag), smooth.AsSpan(0, _frameCount - lag)) / (_frameCount - lag);
            (best, most) = score > most ? (lag, score) : (best, most);
        }

        return best;
    }

    private float Most(int from, int to, int pitch)
    {
        float most = 0;
        if ((uint)pitch < BasicPitchFraming.PitchCount)
        {
            for (int frame = Math.Max(0, from); frame <= Math.Min(_frameCount - 1, to); frame++)
            {
                most = Math.Max(most, _best[(frame * BasicPitchFraming.PitchCount) + pitch]);
            }
        }

        return most;
    }

    private float Sum(int from, int to)
    {
        float sum = 0;
        for (int frame = Math.Max(0, from); frame <= Math.Min(_frameCount - 1, to); frame++)
        {
            sum += _sums[frame];
        }

        return sum;
    }
}
