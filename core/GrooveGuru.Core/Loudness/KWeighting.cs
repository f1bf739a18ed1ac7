using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Loudness;

/// <summary>The K-weighting of ITU-R BS.1770-4 for any sample rate: a shelf for the head and a high pass.</summary>
/// <remarks>
/// The standard tabulates both sections at 48 kHz only; here the analogue prototype behind that table goes through the
/// bilinear transform at each rate (at 48 kHz the tabulated coefficients come out to 6 digits).
/// </remarks>
internal static class KWeighting
{
    private const double ShelfHz = 1681.974450955533;
    private const double ShelfGainDb = 3.999843853973347;
    private const double ShelfQ = 0.7071752369554196;
    private const double ShelfBandExponent = 0.4996667741545416;
    private const double HighPassHz = 38.13547087602444;
    private const double HighPassQ = 0.5003270373238773;

    /// <summary>The first section: high frequencies up by 4 dB.</summary>
    public static BiquadCoefficients Shelf(int sampleRateHz)
    {
        double k = Math.Tan(Math.PI * Math.Min(ShelfHz / sampleRateHz, 0.49));
        double high = Math.Pow(10, ShelfGainDb / 20);
        double band = Math.Pow(high, ShelfBandExponent);
        return BiquadCoefficients.Normalized(
            high + (band * k / ShelfQ) + (k * k),
            2 * ((k * k) - high),
            high - (band * k / ShelfQ) + (k * k),
            1 + (k / ShelfQ) + (k * k),
            2 * ((k * k) - 1),
            1 - (k / ShelfQ) + (k * k));
    }

    /// <summary>The second section: low frequencies down.</summary>
    public static BiquadCoefficients HighPass(int sampleRateHz)
    {
        double k = Math.Tan(Math.PI * HighPassHz / sampleRateHz);
        double a0 = 1 + (k / HighPassQ) + (k * k);
        // The standard leaves the numerator at 1, -2, 1.
        return new BiquadCoefficients(1, -2, 1, 2 * ((k * k) - 1) / a0, (1 - (k / HighPassQ) + (k * k)) / a0);
    }
}
