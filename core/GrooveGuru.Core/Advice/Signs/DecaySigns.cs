using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Advice.Signs;

/// <summary>How the sound falls after its attacks, and how deep its gaps are, by octave: what a reverb fills and a compressor lifts.</summary>
internal static class DecaySigns
{
    private const double FrameSeconds = 0.023;
    private const double LowestHz = 62.5;
    private const double HighestHz = 8000;
    private const double FloorDb = -70;

    // An attack stands out over this much time on both sides.
    private const double AttackReachSeconds = 0.06;
    private const double LoudEnoughShare = 0.6;

    private static readonly double[] SpansSeconds = [0.06, 0.12, 0.25, 0.4];

    /// <summary>Measures.</summary>
    internal static void Write(SignList signs, AudioBuffer audio, CancellationToken cancellationToken)
    {
        BandFrames frames = BandFrames.Measure(audio, FrameSeconds, 2, 1, LowestHz, HighestHz, cancellationToken);
        for (int band = 0; band < frames.BandCount; band++)
        {
            WriteBand(signs, frames, band);
        }
    }

    private static void WriteBand(SignList signs, BandFrames frames, int band)
    {
        double frequencyHz = frames.CentresHz[band];
        double[] powers = [.. Enumerable.Range(0, frames.FrameCount).Select(frame => (double)frames.Power(frame, band))];
        double floorDb = LevelStatistics.Db(powers.DefaultIfEmpty(0).Average()) + FloorDb;
        double[] levelsDb = Array.ConvertAll(powers, power => Math.Max(floorDb, LevelStatistics.Db(power)));
        double[] sorted = [.. levelsDb.Order()];
        double loudDb = LevelStatistics.Percentile(sorted, 0.95);
        signs.Add("middle", frequencyHz, LevelStatistics.Percentile(sorted, 0.5) - loudDb);
        signs.Add("gaps", frequencyHz, LevelStatistics.Percentile(sorted, 0.2) - loudDb);
        signs.Add("deep_gaps", frequencyHz, LevelStatistics.Percentile(sorted, 0.05) - loudDb);
        signs.Add("tops", frequencyHz, LevelStatistics.Percentile(sorted, 0.995) - loudDb);
        int[] spans = Array.ConvertAll(SpansSeconds, seconds => Math.Max(1, (int)Math.Round(seconds / frames.HopSeconds)));
        List<double>[] falls = [.. spans.Select(_ => new List<double>())];
        double loudEnoughDb = LevelStatistics.Percentile(sorted, LoudEnoughShare);
        int reach = Math.Max(1, (int)Math.Round(AttackReachSeconds / frames.HopSeconds));
        for (int frame = reach; frame + Math.Max(spans[^1], reach) < levelsDb.Length; frame++)
        {
            if (levelsDb[frame] < loudEnoughDb || !IsAttack(levelsDb, frame, reach))
            {
                continue;
            }

            double leastDb = levelsDb[frame];
            int span = 0;
            for (int later = 1; span < spans.Length; later++)
            {
                leastDb = Math.Min(leastDb, levelsDb[frame + later]);
                while (span < spans.Length && later == spans[span])
                {
                    falls[span++].Add(levelsDb[frame] - leastDb);
                }
            }
        }

        for (int span = 0; span < spans.Length; span++)
        {
            double[] fallsSorted = [.. falls[span].Order()];
            string name = FormattableString.Invariant($"{1000 * SpansSeconds[span]:0}");
            signs.Add("falls" + name, frequencyHz, LevelStatistics.Percentile(fallsSorted, 0.5));
            signs.Add("deepest_falls" + name, frequencyHz, LevelStatistics.Percentile(fallsSorted, 0.85));
        }
    }

    private static bool IsAttack(double[] levelsDb, int frame, int reach)
    {
        for (int other = frame - reach; other <= frame + reach; other++)
        {
            if (levelsDb[other] > levelsDb[frame] || (levelsDb[other] == levelsDb[frame] && other < frame))
            {
                return false;
            }
        }

        return true;
    }
}
