namespace GrooveGuru.Core.Rhythm;

/// <summary>From where to where music sounds, without the silence before and the tail after.</summary>
internal static class MusicExtent
{
    private const double RangeDb = 40;
    private const double BelowMedianDb = 15;
    private const double LeadSeconds = 0.1;

    /// <summary>The first and last time at which the level comes near its median.</summary>
    /// <param name="levelDb">Level [frames], dB.</param>
    /// <returns>Start and end, s; both 0 where there are no frames.</returns>
    public static (double StartSeconds, double EndSeconds) Of(List<float> levelDb)
    {
        if (levelDb.Count == 0)
        {
            return (0, 0);
        }

        float loudest = levelDb.Max();
        List<float> heard = levelDb.FindAll(level => level > loudest - RangeDb);
        heard.Sort();
        double least = heard[(heard.Count - 1) / 2] - BelowMedianDb;
        return (
            (levelDb.FindIndex(level => level >= least) / NoveltyRate.FrameRateHz) - LeadSeconds,
            levelDb.FindLastIndex(level => level >= least) / NoveltyRate.FrameRateHz);
    }
}
