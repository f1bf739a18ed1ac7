namespace GrooveGuru.Core.Rhythm;

/// <summary>Beats by dynamic programming: as many strong onsets as possible, as evenly spaced as possible.</summary>
/// <remarks>D. Ellis, JNMR 36(1), 2007.</remarks>
public static class BeatTracker
{
    private const double Tightness = 100;

    /// <summary>Tracks the beats.</summary>
    /// <param name="onsetEnvelope">Onset strength [frames], 0 or more.</param>
    /// <param name="frameRateHz">Frames per second, positive.</param>
    /// <param name="bpm">Tempo to follow; 0 gives no beats.</param>
    /// <returns>Beat times, s, ascending; empty where there is no pulse.</returns>
    public static IReadOnlyList<double> Track(IReadOnlyList<float> onsetEnvelope, double frameRateHz, double bpm)
    {
        ArgumentNullException.ThrowIfNull(onsetEnvelope);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frameRateHz);
        ArgumentOutOfRangeException.ThrowIfNegative(bpm);
        double period = bpm == 0 ? 0 : 60 * frameRateHz / bpm;
        if (period < 2 || onsetEnvelope.Count < 2 * period)
        {
            return [];
        }

        float[] score = LocalScore(onsetEnvelope, period);
        (double[] total, int[] before) = Accumulate(score, period);
        int last = LastBeat(total, period);
        var frames = new List<int>();
        for (int frame = last; frame >= 0; frame = before[frame])
        {
            frames.Add(frame);
        }

        frames.Reverse();
        return frames.Select(frame => Refined(onsetEnvelope, frame) / frameRateHz).ToList();
    }

    private static float[] LocalScore(IReadOnlyList<float> envelope, double period)
    {
        int count = envelope.Count, reach = (int)Math.Ceiling(period / 8);
        double squares = envelope.Sum(value => (double)value * value), mean = envelope.Average();
        double deviation = Math.Sqrt(Math.Max(1e-12, (squares / count) - (mean * mean)));
        double width = Math.Max(0.7, period / 32);
        double[] kernel = Enumerable.Range(-reach, (2 * reach) + 1).Select(i => Math.Exp(-0.5 * i * i / (width * width))).ToArray();
        var score = new float[count];
        for (int frame = 0; frame < count; frame++)
        {
            double sum = 0;
            for (int i = -reach; i <= reach; i++)
            {
                int at = frame + i;
                sum += at >= 0 && at < count ? kernel[i + reach] * envelope[at] : 0;
            }

            score[frame] = (float)(sum / deviation);
        }

        return score;
    }

    private static (double[] Total, int[] Before) Accumulate(float[] score, double period)
    {
        int nearest = (int)Math.Round(period / 2), farthest = (int)Math.Round(period * 2);
        var penalty = new double[farthest + 1];
        for (int gap = nearest; gap <= farthest; gap++)
        {
            double octaves = Math.Log(gap / period);
            penalty[gap] = -Tightness * octaves * octaves;
        }

        var total = new double[score.Length];
        var before = new int[score.Length];
        double threshold = 0.01 * score.Max();
        bool isFirst = true;
        for (int frame = 0; frame < score.Length; frame++)
        {
            double best = double.NegativeInfinity;
            int from = -1;
            for (int gap = nearest; gap <= farthest && gap <= frame; gap++)
            {
                double value = total[frame - gap] + penalty[gap];
                if (value > best)
                {
                    best = value;
                    from = frame - gap;
                }
            }

            total[frame] = score[frame] + Math.Max(0, best);
            // Silence before the first onset gets no beats.
            bool isQuiet = isFirst && score[frame] < threshold;
            before[frame] = isQuiet || best <= 0 ? -1 : from;
            isFirst &= isQuiet;
        }

        return (total, before);
    }

    // The best end among the last two periods that carry sound; silence after the music gets no beats.
    private static int LastBeat(double[] total, double period)
    {
        double[] peaks = Enumerable.Range(1, Math.Max(0, total.Length - 2))
            .Where(i => total[i] > total[i - 1] && total[i] >= total[i + 1])
            .Select(i => total[i])
            .Order()
            .ToArray();
        double threshold = peaks.Length == 0 ? 0 : 0.5 * peaks[peaks.Length / 2];
        for (int frame = total.Length - 2; frame > period; frame--)
        {
            if (total[frame] > total[frame - 1] && total[frame] >= total[frame + 1] && total[frame] >= threshold)
            {
                return frame;
            }
        }

        return total.Length - 1;
    }

    private static double Refined(IReadOnlyList<float> envelope, int frame)
    {
        if (frame < 1 || frame + 1 >= envelope.Count)
        {
            return frame;
        }

        double left = envelope[frame - 1], middle = envelope[frame], right = envelope[frame + 1];
        double curve = left - (2 * middle) + right;
        return curve >= 0 || middle < left || middle < right ? frame : frame + Math.Clamp(0.5 * (left - right) / curve, -0.5, 0.5);
    }
}
