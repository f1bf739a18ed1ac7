namespace GrooveGuru.Core.Advice;

/// <summary>The level in each third octave below which nothing is heard beside a track.</summary>
internal static class AudibleFloor
{
    // What lies further below a track's loudest third octave is masked, or its noise.
    private const double HeardDb = 60;

    // The loudest third octave is played at this sound pressure; what then lies under the threshold of hearing is not heard.
    private const double LoudestDbSpl = 85;

    // Threshold of hearing, dB SPL, in third octaves from 25 Hz (ISO 226:2003, table 1); above 100 Hz it lies under HeardDb.
    private static readonly double[] ThresholdDbSpl = [68.7, 59.5, 51.1, 44.0, 37.5, 31.5, 26.5];

    /// <summary>The floor, dB.</summary>
    /// <param name="levelsDb">Level of each third octave from 25 Hz on, dB.</param>
    /// <returns>As many values, on the same scale.</returns>
    internal static double[] Db(IReadOnlyList<double> levelsDb)
    {
        double loudestDb = levelsDb.Max();
        return [.. levelsDb.Select((_, band) => loudestDb + Math.Max(
            -HeardDb, band < ThresholdDbSpl.Length ? ThresholdDbSpl[band] - LoudestDbSpl : double.NegativeInfinity))];
    }
}
