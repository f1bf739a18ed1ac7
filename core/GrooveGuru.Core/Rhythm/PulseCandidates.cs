namespace GrooveGuru.Core.Rhythm;

/// <summary>The tempos that are worth a closer look.</summary>
/// <remarks>A comb over the autocorrelation, after E. Scheirer, JASA 103(1), 1998; no preference for any tempo yet.</remarks>
internal static class PulseCandidates
{
    private const double Step = 1.003;
    private const int MaxPeaks = 12;
    private const int RelatedPeaks = 3;
    private const double SameShare = 0.03;

    private static readonly double[] Relations = [2, 0.5, 1.5, 2.0 / 3, 3, 1.0 / 3];

    /// <summary>The peaks of the comb, and what is simply related to the greatest of them.</summary>
    /// <returns>Tempos, BPM; empty where nothing repeats.</returns>
    public static IReadOnlyList<double> Find(double[] correlation)
    {
        var grid = new List<(double Bpm, double Comb)>();
        for (double bpm = RhythmSignals.MinBpm; bpm <= RhythmSignals.MaxBpm; bpm *= Step)
        {
            grid.Add((bpm, Comb(correlation, PeriodFrames(bpm))));
        }

        List<double> found = [.. Enumerable.Range(1, grid.Count - 2)
            .Where(i => grid[i].Comb > 0 && grid[i].Comb > grid[i - 1].Comb && grid[i].Comb >= grid[i + 1].Comb)
            .OrderByDescending(i => grid[i].Comb)
            .Take(MaxPeaks)
            .Select(i => grid[i].Bpm)];
        foreach (double bpm in found.Take(RelatedPeaks).ToList())
        {
            foreach (double related in Relations.Select(relation => bpm * relation))
            {
                if (related is >= RhythmSignals.MinBpm and <= RhythmSignals.MaxBpm)
                {
                    double best = grid.Where(point => Math.Abs((point.Bpm / related) - 1) < SameShare).MaxBy(point => point.Comb).Bpm;
                    if (!found.Exists(other => Math.Abs((other / best) - 1) < SameShare))
                    {
                        found.Add(best);
                    }
                }
            }
        }

        return found;
    }

    /// <summary>Frames from beat to beat.</summary>
    public static double PeriodFrames(double bpm) => NoveltyRate.FrameRateHz * 60 / bpm;

    /// <summary>Weighted mean of the correlation at the first four multiples of a lag.</summary>
    public static double Comb(double[] correlation, double lag)
    {
        double sum = 0, weights = 0;
        for (int tooth = 1; tooth <= RhythmSignals.MaxPeriods && (tooth * lag) + 1 < correlation.Length; tooth++)
        {
            sum += At(correlation, tooth * lag) / tooth;
            weights += 1.0 / tooth;
        }

        return weights > 0 ? sum / weights : 0;
    }

    /// <summary>The correlation at a lag between two; 0 beyond its end.</summary>
    public static double At(double[] correlation, double lag)
    {
        int below = (int)lag;
        return below + 1 >= correlation.Length
            ? 0
            : correlation[below] + ((lag - below) * (correlation[below + 1] - correlation[below]));
    }
}
