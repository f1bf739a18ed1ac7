namespace GrooveGuru.Core.Rhythm;

/// <summary>Picks the onsets out of an onset envelope.</summary>
public static class OnsetPicker
{
    private const double PeakReachSeconds = 0.03;
    private const double MeanReachSeconds = 0.10;
    private const double RestSeconds = 0.03;
    private const double ThresholdShare = 0.10;
    private const double StrongShare = 0.98;
    private const double NoiseShare = 1.0;
    private const double MinRiseDb = 0.2;

    /// <summary>Frames that are the greatest around them and stand out of the mean around them.</summary>
    /// <param name="onsetEnvelope">Onset strength [frames], 0 or more.</param>
    /// <param name="frameRateHz">Frames per second; finite, positive.</param>
    /// <returns>Onset times, s, ascending; empty where there is none.</returns>
    /// <remarks>S. Böck, F. Krebs, M. Schedl, ISMIR 2012.</remarks>
    public static IReadOnlyList<double> Pick(IReadOnlyList<float> onsetEnvelope, double frameRateHz)
    {
        ArgumentNullException.ThrowIfNull(onsetEnvelope);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frameRateHz);
        var onsets = new List<double>();
        if (onsetEnvelope.Count == 0)
        {
            return onsets;
        }

        int peakReach = Math.Max(1, (int)Math.Round(PeakReachSeconds * frameRateHz));
        int meanReach = Math.Max(1, (int)Math.Round(MeanReachSeconds * frameRateHz));
        float threshold = Threshold(onsetEnvelope);
        double last = double.NegativeInfinity;
        for (int frame = 0; frame < onsetEnvelope.Count; frame++)
        {
            float value = onsetEnvelope[frame];
            if (value <= threshold || !IsPeak(onsetEnvelope, frame, peakReach))
            {
                continue;
            }

            if (value >= Mean(onsetEnvelope, frame, meanReach) + threshold && (frame / frameRateHz) - last > RestSeconds)
            {
                last = frame / frameRateHz;
                onsets.Add(last);
            }
        }

        return onsets;
    }

    // A share of what the strong onsets reach, but above the flutter of noise, whose median is high.
    private static float Threshold(IReadOnlyList<float> envelope)
    {
        float[] sorted = [.. envelope];
        Array.Sort(sorted);
        double strong = sorted[(int)(StrongShare * (sorted.Length - 1))];
        double usual = sorted[sorted.Length / 2];
        return (float)Math.Max(ThresholdShare * strong, Math.Max(NoiseShare * usual, MinRiseDb));
    }

    private static bool IsPeak(IReadOnlyList<float> envelope, int frame, int reach)
    {
        for (int i = Math.Max(0, frame - reach); i <= Math.Min(frame + reach, envelope.Count - 1); i++)
        {
            if (envelope[i] > envelope[frame] || (envelope[i] == envelope[frame] && i < frame))
            {
                return false;
            }
        }

        return true;
    }

    private static float Mean(IReadOnlyList<float> envelope, int frame, int reach)
    {
        int first = Math.Max(0, frame - reach), last = Math.Min(frame + reach, envelope.Count - 1);
        float sum = 0;
        for (int i = first; i <= last; i++)
        {
            sum += envelope[i];
        }

        return sum / (last - first + 1);
    }
}
