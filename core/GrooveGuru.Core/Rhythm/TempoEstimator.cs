namespace GrooveGuru.Core.Rhythm;

/// <summary>Tempo from an onset envelope: a comb over its autocorrelation, weighted by a log-normal prior.</summary>
/// <remarks>D. Ellis, JNMR 36(1), 2007; comb after E. Scheirer, JASA 103(1), 1998.</remarks>
public static class TempoEstimator
{
    private const double MinBpm = 30;
    private const double MaxBpm = 300;
    private const double PriorBpm = 110;
    private const double PriorOctaves = 0.75;
    private const int CombTeeth = 4;
    private const double MinSeconds = 3;
    private const double MinClarity = 0.06;

    private static readonly double[] AlternativeRatios = [2, 0.5, 2.0 / 3, 0.75, 4.0 / 3, 1.5, 1.25];

    /// <summary>Estimates the tempo.</summary>
    /// <param name="onsetEnvelope">Onset strength [frames], linear, 0 or more.</param>
    /// <param name="frameRateHz">Sample rate / hop length; finite, positive.</param>
    /// <returns>The tempo; <see cref="TempoEstimate.None"/> below 3 s or where nothing repeats.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The frame rate is not positive.</exception>
    public static TempoEstimate Estimate(IReadOnlyList<float> onsetEnvelope, double frameRateHz)
    {
        ArgumentNullException.ThrowIfNull(onsetEnvelope);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frameRateHz);
        if (onsetEnvelope.Count < MinSeconds * frameRateHz)
        {
            return TempoEstimate.None;
        }

        float[] envelope = OnsetContour.Detrended(onsetEnvelope, frameRateHz);
        double[] correlation = OnsetContour.Autocorrelation(envelope, (int)(CombTeeth * 60 / MinBpm * frameRateHz) + 2);
        if (correlation[0] <= 0)
        {
            return TempoEstimate.None;
        }

        double bestBpm = 0, bestScore = double.NegativeInfinity;
        for (double bpm = MinBpm; bpm <= MaxBpm; bpm *= 1.002)
        {
            double score = Score(correlation, frameRateHz, bpm);
            if (score > bestScore)
            {
                bestScore = score;
                bestBpm = bpm;
            }
        }

        double clarity = Comb(correlation, frameRateHz * 60 / bestBpm);
        // The autocorrelation of noise scatters with one over the root of its length.
        double chance = 3 / Math.Sqrt(envelope.Length);
        if (bestScore <= 0 || clarity < Math.Max(MinClarity, chance))
        {
            return TempoEstimate.None with { PulseClarity = Math.Clamp(clarity, 0, 1) };
        }

        return WithAlternatives(correlation, frameRateHz, bestBpm, bestScore, clarity);
    }

    private static TempoEstimate WithAlternatives(
        double[] correlation, double frameRateHz, double bestBpm, double bestScore, double clarity)
    {
        const double sharpness = 6;
        var others = AlternativeRatios
            .Select(ratio => bestBpm * ratio)
            .Where(bpm => bpm is >= MinBpm and <= MaxBpm)
            .Select(bpm => LocalBest(correlation, frameRateHz, bpm))
            .Select(found => (found.Bpm, Weight: Math.Exp(sharpness * (found.Score / bestScore - 1))))
            .ToList();
        double sum = 1 + others.Sum(other => other.Weight);
        double trust = Math.Clamp(clarity / 0.4, 0, 1);
        return new TempoEstimate(
            bestBpm,
            trust / sum,
            Math.Clamp(clarity, 0, 1),
            others.OrderByDescending(other => other.Weight)
                .Select(other => new TempoCandidate(other.Bpm, trust * other.Weight / sum))
                .ToList());
    }

    private static (double Bpm, double Score) LocalBest(double[] correlation, double frameRateHz, double centreBpm)
    {
        (double Bpm, double Score) best = (centreBpm, double.NegativeInfinity);
        for (double bpm = centreBpm * 0.97; bpm <= centreBpm * 1.03; bpm *= 1.002)
        {
            double score = Score(correlation, frameRateHz, bpm);
            if (score > best.Score)
            {
                best = (bpm, score);
            }
        }

        return best;
    }

    private static double Score(double[] correlation, double frameRateHz, double bpm)
    {
        double octaves = Math.Log2(bpm / PriorBpm) / PriorOctaves;
        return Comb(correlation, frameRateHz * 60 / bpm) * Math.Exp(-0.5 * octaves * octaves);
    }

    private static double Comb(double[] correlation, double lag)
    {
        double sum = 0, weights = 0;
        for (int tooth = 1; tooth <= CombTeeth; tooth++)
        {
            double at = tooth * lag;
            int below = (int)at;
            if (below + 1 >= correlation.Length)
            {
                break;
            }

            double weight = 1.0 / tooth;
            double share = at - below;
            sum += weight * (correlation[below] + (share * (correlation[below + 1] - correlation[below])));
            weights += weight;
        }

        return sum / (weights * correlation[0]);
    }
}
