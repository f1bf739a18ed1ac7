namespace GrooveGuru.Core.Rhythm;

/// <summary>Beats by dynamic programming: as many strong onsets as possible, as evenly spaced as possible.</summary>
/// <remarks>D. Ellis, JNMR 36(1), 2007; steps of the path are held within 12 % of the period, so that the cost is linear in length.</remarks>
internal sealed class PulseTracker
{
    private const float Tightness = 150;
    private const double Slack = 0.12;

    // Kept from pulse to pulse: in a piece of hours they are large.
    private float[] _total = [];
    private int[] _before = [];

    /// <summary>Tracks a pulse from beginning to end.</summary>
    /// <param name="strength">Onset strength over its standard deviation [frames].</param>
    /// <param name="period">Frames from beat to beat, 2 or more.</param>
    /// <returns>The frames of the beats, ascending, and what the path gathered; no frames for an empty curve.</returns>
    public (int[] Frames, double Gathered) Track(ReadOnlySpan<float> strength, double period)
    {
        if (strength.IsEmpty)
        {
            return ([], 0);
        }

        int nearest = Math.Max(1, (int)Math.Floor(period * (1 - Slack))), farthest = (int)Math.Ceiling(period * (1 + Slack));
        float[] penalty = new float[farthest + 1];
        for (int gap = nearest; gap <= farthest; gap++)
        {
            double ratio = Math.Log(gap / period);
            penalty[gap] = (float)(-Tightness * ratio * ratio);
        }

        if (_total.Length != strength.Length)
        {
            _total = new float[strength.Length];
            _before = new int[strength.Length];
        }

        float[] total = _total;
        int[] before = _before;
        for (int frame = 0; frame < strength.Length; frame++)
        {
            float best = 0;
            int from = -1;
            for (int gap = nearest; gap <= farthest && gap <= frame; gap++)
            {
                float value = total[frame - gap] + penalty[gap];
                if (value > best)
                {
                    best = value;
                    from = frame - gap;
                }
            }

            total[frame] = strength[frame] + best;
            before[frame] = from;
        }

        int last = BestEnd(total, farthest);
        var frames = new List<int>();
        for (int frame = last; frame >= 0; frame = before[frame])
        {
            frames.Add(frame);
        }

        frames.Reverse();
        return ([.. frames], total[last]);
    }

    private static int BestEnd(float[] total, int reach)
    {
        int best = total.Length - 1;
        for (int frame = Math.Max(0, total.Length - reach); frame < total.Length; frame++)
        {
            best = total[frame] > total[best] ? frame : best;
        }

        return best;
    }
}
