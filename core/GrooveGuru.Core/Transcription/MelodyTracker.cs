namespace GrooveGuru.Core.Transcription;

/// <summary>Finds the one path through the salience that a melody most likely takes, with pauses.</summary>
/// <remarks>Viterbi search; steps to a near pitch are cheap (vibrato), jumps cost the same whatever their size.</remarks>
internal static class MelodyTracker
{
    private const float JumpCost = 0.9f;
    private const float PauseCost = 0.5f;
    private const float StepCostPerBin = 0.12f;
    private const int NearBins = 3;

    /// <summary>Tracks.</summary>
    /// <param name="scores">How good each pitch is [frame][bin]; about 1 for a clear note.</param>
    /// <param name="pauseScore">How good a pause is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The bin of each frame; −1 in a pause.</returns>
    public static int[] Track(float[][] scores, float pauseScore, CancellationToken cancellationToken)
    {
        if (scores.Length == 0)
        {
            return [];
        }

        int bins = scores[0].Length;
        int pause = bins;
        var from = new short[scores.Length][];
        float[] best = new float[bins + 1];
        float[] next = new float[bins + 1];
        Array.Copy(scores[0], best, bins);
        best[pause] = pauseScore;
        from[0] = new short[bins + 1];
        for (int frame = 1; frame < scores.Length; frame++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            short[] origins = new short[bins + 1];
            int leader = 0;
            for (int bin = 1; bin < bins; bin++)
            {
                leader = best[bin] > best[leader] ? bin : leader;
            }

            float jump = best[leader] - JumpCost;
            float start = best[pause] - PauseCost;
            for (int bin = 0; bin < bins; bin++)
            {
                (float value, int origin) = jump > start ? (jump, leader) : (start, pause);
                for (int near = Math.Max(0, bin - NearBins); near <= Math.Min(bins - 1, bin + NearBins); near++)
                {
                    float stay = best[near] - (StepCostPerBin * Math.Abs(bin - near));
                    if (stay > value)
                    {
                        (value, origin) = (stay, near);
                    }
                }

                next[bin] = value + scores[frame][bin];
                origins[bin] = (short)origin;
            }

            bool staysSilent = best[pause] >= best[leader] - PauseCost;
            next[pause] = pauseScore + (staysSilent ? best[pause] : best[leader] - PauseCost);
            origins[pause] = (short)(staysSilent ? pause : leader);
            from[frame] = origins;
            (best, next) = (next, best);
        }

        int state = Array.IndexOf(best, best.Max());
        int[] path = new int[scores.Length];
        for (int frame = scores.Length - 1; frame >= 0; frame--)
        {
            path[frame] = state == pause ? -1 : state;
            state = from[frame][state];
        }

        return path;
    }
}
