using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Advice.Signs;

/// <summary>
/// The long-term spectrum in third octaves, and for each band what a static filter does not change: how its level spreads over time,
/// how tonal it is, how wide it is. Those tell what kind of sound the band holds, and so what level it should have.
/// </summary>
internal static class SpectrumSigns
{
    private const double FrameSeconds = 0.17;
    private const double LowestHz = 15.625;
    private const double HighestHz = 16000;
    private const double DeepestHz = 130;

    // Below these a band holds nothing.
    private const double LevelFloorDb = -90;
    private const double SteadyFloorDb = -100;
    private const double AnchorFloorDb = -70;
    private const double FieldFloorDb = 50;

    /// <summary>Measures.</summary>
    internal static void Write(SignList signs, AudioBuffer audio, CancellationToken cancellationToken)
    {
        BandFrames frames = BandFrames.Measure(audio, FrameSeconds, 2, 3, LowestHz, HighestHz, cancellationToken);
        int bands = frames.BandCount;
        double[] mean = [.. Enumerable.Range(0, bands).Select(band => Mean(frames, band, frames.Power))];
        double totalDb = LevelStatistics.Db(mean.Sum());
        double anchorDb = Enumerable.Range(0, bands).Where(band => frames.CentresHz[band] is > 300 and < 3300)
            .Average(band => Math.Max(LevelStatistics.Db(mean[band]), totalDb + AnchorFloorDb));
        signs.Add("anchor", anchorDb - totalDb);
        double[] playedLowsDb = [.. Enumerable.Range(0, frames.FrameCount).Select(frame => LevelStatistics.Db(
            Enumerable.Range(0, bands).Where(band => frames.CentresHz[band] is > 60 and < 200).Sum(band => (double)frames.Power(frame, band))))];
        for (int band = 0; band < bands; band++)
        {
            double frequencyHz = frames.CentresHz[band];
            double meanDb = LevelStatistics.Db(mean[band]);
            double[] levelsDb = [.. Enumerable.Range(0, frames.FrameCount).Select(frame => LevelStatistics.Db(frames.Power(frame, band)))];
            double[] sorted = [.. levelsDb.Order()];
            signs.Add("level", frequencyHz, Math.Max(meanDb, totalDb + LevelFloorDb) - anchorDb);
            signs.Add("peaks", frequencyHz, Math.Min(30, LevelStatistics.Percentile(sorted, 0.95) - meanDb));
            signs.Add("median", frequencyHz, Math.Max(-60, LevelStatistics.Percentile(sorted, 0.5) - meanDb));
            signs.Add("rests", frequencyHz, Math.Max(-80, LevelStatistics.Percentile(sorted, 0.1) - meanDb));
            signs.Add("spread", frequencyHz, Math.Min(30, LevelStatistics.Deviation(
                Array.ConvertAll(levelsDb, level => Math.Max(level, totalDb + LevelFloorDb)))));
            signs.Add("flatness", frequencyHz, frames.Flatness[band]);
            double side = Mean(frames, band, (frame, of) => frames.At(frame, of).Side);
            signs.Add("side", frequencyHz, Math.Clamp(
                LevelStatistics.Db(side) - LevelStatistics.Db(mean[band] - side), -FieldFloorDb, FieldFloorDb));
            if (frequencyHz < DeepestHz)
            {
                signs.Add("steady", frequencyHz, Math.Max(LevelStatistics.Percentile(sorted, 0.1), totalDb + SteadyFloorDb) - totalDb);
                signs.Add("played", frequencyHz, LevelStatistics.Correlation(levelsDb, playedLowsDb));
            }
        }
    }

    private static double Mean(BandFrames frames, int band, Func<int, int, float> power)
    {
        double sum = 0;
        for (int frame = 0; frame < frames.FrameCount; frame++)
        {
            sum += power(frame, band);
        }

        return sum / Math.Max(1, frames.FrameCount);
    }
}
