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
    public static (double StartSeconds, double EndSeconds) Of(float[] levelDb)
    {
        if (levelDb.Length == 0)
        {
            return (0, 0);
        }

        float loudest = levelDb.Max();
        float[] heard = [.. levelDb.Where(level => level > loudest - RangeDb).Order()];
        double least = heard[(heard.Length - 1) / 2] - BelowMedianDb;
        return (
            (Array.FindIndex(levelDb, level => level >= least) / NoveltyRate.FrameRateHz) - LeadSeconds,
            Array.FindLastIndex(levelDb, level => level >= least) / NoveltyRate.FrameRateHz);
    }
}
