namespace GrooveGuru.Core.Advice;

/// <summary>
/// Where a spectrum lies above or below <see cref="TonalBalanceReference"/>, with the middle (315 Hz … 3.15 kHz) as the anchor:
/// level does not count.
/// </summary>
public sealed class TonalBalanceDeviation
{
    private const double AnchorFromHz = 300;
    private const double AnchorToHz = 3300;

    // 80 dB under the reference is nothing.
    private const double FloorDb = -80;

    private readonly double[] _deviationDb;

    /// <summary>Compares a spectrum with the reference.</summary>
    /// <param name="spectrum">A measured spectrum.</param>
    public TonalBalanceDeviation(ThirdOctaveSpectrum spectrum)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        CentresHz = spectrum.CentresHz;
        _deviationDb = new double[CentresHz.Count];
        for (int band = 0; band < _deviationDb.Length; band++)
        {
            _deviationDb[band] = LevelDb(spectrum.Power(band)) - TonalBalanceReference.LevelDb(CentresHz[band]);
        }

        double anchorDb = MeanDb(AnchorFromHz, AnchorToHz);
        for (int band = 0; band < _deviationDb.Length; band++)
        {
            _deviationDb[band] = Math.Max(FloorDb, _deviationDb[band] - anchorDb);
        }
    }

    /// <summary>Middle of each band, Hz.</summary>
    public IReadOnlyList<double> CentresHz { get; }

    /// <summary>Deviation of each band, dB.</summary>
    public IReadOnlyList<double> DeviationDb => _deviationDb;

    /// <summary>Mean deviation between two frequencies, dB; 0 where there is no band.</summary>
    public double MeanDb(double fromHz, double toHz)
    {
        double sum = 0;
        int count = 0;
        for (int band = 0; band < _deviationDb.Length; band++)
        {
            if (CentresHz[band] >= fromHz && CentresHz[band] < toHz)
            {
                sum += _deviationDb[band];
                count++;
            }
        }

        return count > 0 ? sum / count : 0;
    }

    /// <summary>The band between two frequencies that stands out most, averaged with its neighbours.</summary>
    /// <returns>Its middle, Hz, and the mean of the three bands, dB; (0, 0) where there is no band.</returns>
    public (double FrequencyHz, double DeviationDb) Peak(double fromHz, double toHz)
    {
        (double FrequencyHz, double DeviationDb) best = (0, double.NegativeInfinity);
        for (int band = 1; band < _deviationDb.Length - 1; band++)
        {
            double smoothDb = (_deviationDb[band - 1] + _deviationDb[band] + _deviationDb[band + 1]) / 3;
            if (CentresHz[band] >= fromHz && CentresHz[band] < toHz && smoothDb > best.DeviationDb)
            {
                best = (CentresHz[band], smoothDb);
            }
        }

        return best.FrequencyHz > 0 ? best : (0, 0);
    }

    private static double LevelDb(double power) => 10 * Math.Log10(Math.Max(power, 1e-30));
}
