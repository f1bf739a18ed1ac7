using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Separation.Evaluation;

/// <summary>How near an estimated stem is to the true one.</summary>
/// <param name="SdrDb">Energy of the true stem over the energy of the error, dB: level errors count.</param>
/// <param name="ScaleInvariantSdrDb">The same after the best scaling of the true stem, dB: level errors do not count.</param>
/// <remarks>Le Roux et al. 2019, ICASSP, "SDR: half-baked or well done?". All channels and samples count together.</remarks>
public sealed record SeparationScore(double SdrDb, double ScaleInvariantSdrDb)
{
    /// <summary>Ratios beyond this are rounding noise, dB.</summary>
    private const double LimitDb = 200;

    /// <summary>Compares an estimate with the truth.</summary>
    /// <param name="truth">The true stem.</param>
    /// <param name="estimate">The estimate, of the same shape.</param>
    /// <returns>Ratios within ±200 dB; −200 where the truth is silent.</returns>
    /// <exception cref="ArgumentException">The two differ in channels or length.</exception>
    public static SeparationScore Compare(AudioBuffer truth, AudioBuffer estimate)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(estimate);
        if (truth.ChannelCount != estimate.ChannelCount || truth.FrameCount != estimate.FrameCount)
        {
            throw new ArgumentException("Truth and estimate have the same channels and length.", nameof(estimate));
        }

        double truthEnergy = 0;
        double estimateEnergy = 0;
        double product = 0;
        double errorEnergy = 0;
        for (int channel = 0; channel < truth.ChannelCount; channel++)
        {
            for (int frame = 0; frame < truth.FrameCount; frame++)
            {
                double wanted = truth.Channels[channel][frame];
                double got = estimate.Channels[channel][frame];
                truthEnergy += wanted * wanted;
                estimateEnergy += got * got;
                product += wanted * got;
                errorEnergy += (wanted - got) * (wanted - got);
            }
        }

        double explained = truthEnergy > 0 ? product * product / truthEnergy : 0;
        return new SeparationScore(RatioDb(truthEnergy, errorEnergy), RatioDb(explained, estimateEnergy - explained));
    }

    private static double RatioDb(double signal, double error) =>
        !(signal > 0) ? -LimitDb : !(error > 0) ? LimitDb : Math.Clamp(10 * Math.Log10(signal / error), -LimitDb, LimitDb);
}
