namespace GrooveGuru.Core.Advice.Evaluation;

/// <summary>How differently two long-term spectra are balanced to a listener.</summary>
internal static class SpectralDistance
{
    /// <summary>RMS over third octaves (25 Hz to 16 kHz) of the level difference, its mean taken out, dB.</summary>
    /// <param name="clean">The spectrum to be reached; decides what is heard at all.</param>
    /// <param name="other">Another, of the same rate.</param>
    /// <returns>Null where one of them is silent.</returns>
    internal static double? Db(ThirdOctaveSpectrum clean, ThirdOctaveSpectrum other)
    {
        double[] cleanDb = Levels(clean), otherDb = Levels(other);
        double loudestDb = cleanDb.Max();
        double[] floorDb = AudibleFloor.Db(cleanDb);
        if (!double.IsFinite(loudestDb) || !double.IsFinite(otherDb.Max()))
        {
            return null;
        }

        // Level is taken out before the floor comes in, or a louder track would have more that is heard.
        int[] heard = [.. Enumerable.Range(0, cleanDb.Length).Where(band => cleanDb[band] > floorDb[band] && double.IsFinite(otherDb[band]))];
        double gainDb = heard.Length > 0 ? heard.Average(band => otherDb[band] - cleanDb[band]) : otherDb.Max() - loudestDb;
        double[] differenceDb = [.. cleanDb.Select((c, band) => Math.Max(otherDb[band] - gainDb, floorDb[band]) - Math.Max(c, floorDb[band]))];
        double meanDb = differenceDb.Average();
        return Math.Sqrt(differenceDb.Average(db => (db - meanDb) * (db - meanDb)));
    }

    private static double[] Levels(ThirdOctaveSpectrum spectrum) =>
        [.. Enumerable.Range(0, spectrum.CentresHz.Count).Select(band => 10 * Math.Log10(spectrum.Power(band)))];
}
