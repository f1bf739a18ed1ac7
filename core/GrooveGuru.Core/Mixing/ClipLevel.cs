using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Mixing;

/// <summary>The levels at which audio was cut off flat, also where it was turned down afterwards.</summary>
/// <remarks>
/// A side's level is the extreme of all channels on it, where two or more runs of three or more samples lie on it and many more samples
/// than just under it: a hard clipper piles up samples on its level; the peak of a wave or a limiter does not. A square wave has
/// the same flat tops and is taken for clipped, as audio of 8 bits may be; audio whose samples are held everywhere is not. What was
/// filtered, resampled or encoded with loss after the clipping has no flat runs left and is not found, nor is a channel that was
/// cut off under the extreme of another.
/// </remarks>
/// <param name="PositiveDbfs">Level of the positive side, dBFS; null where that side is not flat.</param>
/// <param name="NegativeDbfs">Magnitude of the negative side's level, dBFS; null where that side is not flat.</param>
/// <param name="ClippedSamples">Samples on the levels in flat runs, all channels.</param>
public sealed record ClipLevel(double? PositiveDbfs, double? NegativeDbfs, long ClippedSamples)
{
    // Steps of 16 bits at full scale: rounding and dither after the clipping move a sample by up to two.
    private const float LeastToleranceLinear = 1.5f / 32768;
    private const float MostToleranceLinear = 2.5f / 32768;

    // Half a step of 16 bits is 0.05 dB here; under it, rounding alone makes flat tops.
    private const float QuietestLinear = 90f / 32768;
    private const int ShortestRun = 3;
    private const int FewestRuns = 2;
    private const double LeastPileUp = 3;

    /// <summary>The lower of both levels, dBFS: the threshold of a declipper that rebuilds both sides.</summary>
    public double LowestDbfs => Math.Min(PositiveDbfs ?? double.MaxValue, NegativeDbfs ?? double.MaxValue);

    /// <summary>Finds the levels.</summary>
    /// <param name="audio">Planar audio; what is not finite is passed over, extremes under −51 dBFS are not looked at.</param>
    /// <returns>Null where neither side has a flat top.</returns>
    public static ClipLevel? Find(AudioBuffer audio)
    {
        ArgumentNullException.ThrowIfNull(audio);
        float top = Extreme(audio, 1);
        float bottom = Extreme(audio, -1);
        long above = ClippedAt(audio, top, 1);
        long below = ClippedAt(audio, bottom, -1);
        return above + below == 0
            ? null
            : new ClipLevel(above > 0 ? 20 * Math.Log10(top) : null, below > 0 ? 20 * Math.Log10(bottom) : null, above + below);
    }

    private static float Extreme(AudioBuffer audio, int sign)
    {
        float extreme = 0;
        foreach (float[] samples in audio.Channels)
        {
            foreach (float sample in samples)
            {
                extreme = float.IsFinite(sample) ? Math.Max(extreme, sign * sample) : extreme;
            }
        }

        return extreme;
    }

    /// <summary>Samples in the flat runs at a level; 0 where it is no level of a clipper.</summary>
    private static long ClippedAt(AudioBuffer audio, float level, int sign)
    {
        if (level < QuietestLinear)
        {
            return 0;
        }

        // A wave's round top also stays near its level: the tolerance must be small against the level, too.
        float tolerance = Math.Clamp(level / 1024, LeastToleranceLinear, MostToleranceLinear);
        long atLevel = 0;
        long under = 0;
        long flat = 0;
        long flatElsewhere = 0;
        int runs = 0;
        foreach (float[] samples in audio.Channels)
        {
            int run = 0;
            int heldRun = 0;
            float before = float.NaN;
            foreach (float sample in samples)
            {
                float height = sign * sample;
                bool isAtLevel = height >= level - tolerance && float.IsFinite(height);
                run = isAtLevel ? run + 1 : 0;
                atLevel += isAtLevel ? 1 : 0;
                flat += run == ShortestRun ? ShortestRun : run > ShortestRun ? 1 : 0;
                runs += run == ShortestRun ? 1 : 0;
                under += !isAtLevel && height >= level - (5 * tolerance) && height < level ? 1 : 0;

                heldRun = isAtLevel || !(height > level / 2) ? 0 : sample == before ? heldRun + 1 : 1;
                flatElsewhere += heldRun == ShortestRun ? ShortestRun : heldRun > ShortestRun ? 1 : 0;
                before = sample;
            }
        }

        // A smooth top spends more time in the four tolerances under the level than in the first one.
        return runs >= FewestRuns && atLevel > LeastPileUp * under && flat > flatElsewhere ? flat : 0;
    }
}
