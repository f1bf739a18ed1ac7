using System.Numerics.Tensors;

namespace GrooveGuru.Core.Rhythm;

/// <summary>Picks the onsets out of novelty: what is struck, and between that the tones that enter softly.</summary>
/// <remarks>Peak picking after S. Böck, F. Krebs, M. Schedl, ISMIR 2012.</remarks>
internal static class OnsetPicker
{
    private const double PeakReachSeconds = 0.03;
    private const double MeanReachSeconds = 0.10;
    private const double RestSeconds = 0.03;
    private const double ThresholdShare = 0.10;
    private const double StrongShare = 0.98;
    private const double MinAttackDb = 2;
    private const double MinPitchDb = 0.2;
    private const double SoftGapSeconds = 0.04;

    // A long frame hears an attack up to half its length before it comes.
    private const double PreEchoSeconds = 0.06;

    // Frames that reach past the end see the sound cut off, and that splash is no onset.
    private const double EndSeconds = 0.05;

    // What sounds from the first sample begins there, if it is not far below the loudest.
    private const float StartRangeDb = 40;

    // Long frames hear a tone late, and slow attacks later; these are attacks that stand out little. Measured on the development pieces.
    private const double LatenessSeconds = 0.015;
    private const double SoftSeconds = 0.06;
    private const double MaxSoftSeconds = 0.03;

    /// <summary>Onsets of both kinds.</summary>
    /// <param name="attack">Rise of level over all bands [frames], dB.</param>
    /// <param name="pitch">Rise of new pitches [frames], dB.</param>
    /// <param name="levelDb">Level [frames], dB.</param>
    /// <returns>Onset times, s, ascending; empty where there is none.</returns>
    public static IReadOnlyList<double> Pick(ReadOnlySpan<float> attack, ReadOnlySpan<float> pitch, ReadOnlySpan<float> levelDb)
    {
        List<double> struck = Pick(attack, MinAttackDb);
        var all = new List<double>(struck);
        int near = 0;
        double lateness = Lateness(pitch);
        foreach (double tone in Pick(pitch, MinPitchDb))
        {
            double onset = tone - lateness;
            while (near + 1 < struck.Count && Math.Abs(struck[near + 1] - onset) <= Math.Abs(struck[near] - onset))
            {
                near++;
            }

            double gap = struck.Count == 0 ? double.PositiveInfinity : struck[near] - onset;
            if (onset >= 0 && (gap > PreEchoSeconds || gap < -SoftGapSeconds))
            {
                all.Add(onset);
            }
        }

        double lastSeconds = ((attack.Length - 1) / NoveltyRate.FrameRateHz) - EndSeconds;
        all.RemoveAll(onset => onset > lastSeconds);
        all.Sort();
        if (StartsSounding(levelDb) && (all.Count == 0 || all[0] > RestSeconds))
        {
            all.Insert(0, 0);
        }

        return all;
    }

    private static bool StartsSounding(ReadOnlySpan<float> levelDb) =>
        levelDb.Length > 1 && levelDb[1] > AttackNovelty.SilentLevelDb && levelDb[1] >= TensorPrimitives.Max(levelDb) - StartRangeDb;

    /// <summary>Frames that are the greatest around them and stand out of the mean around them.</summary>
    private static List<double> Pick(ReadOnlySpan<float> novelty, double minDb)
    {
        var onsets = new List<double>();
        if (novelty.IsEmpty)
        {
            return onsets;
        }

        float threshold = Threshold(novelty, minDb);
        float[] crests = NoveltyCurves.Crests(novelty, NoveltyRate.Frames(PeakReachSeconds));
        float[] means = NoveltyCurves.LocalMeans(novelty, NoveltyRate.Frames(MeanReachSeconds));
        double last = double.NegativeInfinity;
        for (int frame = 0; frame < novelty.Length; frame++)
        {
            double seconds = frame / NoveltyRate.FrameRateHz;
            if (novelty[frame] >= threshold
                && novelty[frame] >= crests[frame]
                && novelty[frame] >= means[frame] + threshold
                && seconds - last > RestSeconds)
            {
                last = seconds;
                onsets.Add(seconds);
            }
        }

        return onsets;
    }

    // A share of what the strong onsets reach, but above the flutter of noise, whose median is high.
    private static float Threshold(ReadOnlySpan<float> novelty, double minDb)
    {
        (double strong, double usual) = Range(novelty);
        return (float)Math.Max(ThresholdShare * strong, Math.Max(usual, minDb));
    }

    private static double Lateness(ReadOnlySpan<float> pitch)
    {
        (double strong, double usual) = pitch.IsEmpty ? (1, 0) : Range(pitch);
        return LatenessSeconds + Math.Min(MaxSoftSeconds, SoftSeconds * usual / Math.Max(1e-9, strong));
    }

    private static (double Strong, double Usual) Range(ReadOnlySpan<float> novelty)
    {
        float[] sorted = novelty.ToArray();
        Array.Sort(sorted);
        return (sorted[(int)(StrongShare * (sorted.Length - 1))], sorted[sorted.Length / 2]);
    }
}
