using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Dsp.Realtime;

namespace GrooveGuru.Core.Tests.Mixing;

/// <summary>What acousticians read from an impulse response.</summary>
internal static class RoomMeasures
{
    /// <summary>Decay time of one octave by Schroeder's backward integration, from −5 to −35 dB, as time to −60 dB.</summary>
    internal static double DecaySeconds(float[] response, double centreHz, int rateHz)
    {
        float[] band = [.. response];
        foreach (BiquadCoefficients section in new[]
        {
            BiquadCoefficients.HighPass(centreHz / Math.Sqrt(2), 0.71, rateHz),
            BiquadCoefficients.HighPass(centreHz / Math.Sqrt(2), 0.71, rateHz),
            BiquadCoefficients.LowPass(centreHz * Math.Sqrt(2), 0.71, rateHz),
            BiquadCoefficients.LowPass(centreHz * Math.Sqrt(2), 0.71, rateHz),
        })
        {
            var filter = new BiquadFilter(section);
            filter.Process(band.AsSpan());
        }

        double total = band.Sum(sample => (double)sample * sample);
        double left = total;
        int from = 0;
        int frame = 0;
        for (; left > total * Math.Pow(10, -3.5); frame++)
        {
            left -= (double)band[frame] * band[frame];
            from = left > total * Math.Pow(10, -0.5) ? frame : from;
        }

        return 2.0 * (frame - from) / rateHz;
    }

    /// <summary>Share of samples beyond one standard deviation in 20 ms, over that of Gaussian noise.</summary>
    /// <remarks>Abel and Huang 2006, "A simple, robust measure of reverberation echo density", AES 121.</remarks>
    internal static double EchoDensity(float[] response, double atSeconds, int rateHz)
    {
        float[] window = response[(int)(atSeconds * rateHz)..(int)((atSeconds + 0.02) * rateHz)];
        double deviation = Math.Sqrt(window.Average(sample => (double)sample * sample));
        return window.Count(sample => Math.Abs(sample) > deviation) / (0.3173 * window.Length);
    }

    /// <summary>The least spectral flatness and the largest peak over the mean, dB, of the half octaves from 250 Hz to 1.4 kHz.</summary>
    /// <param name="response">The response; its decay is taken out.</param>
    /// <param name="atSeconds">Where the stretch begins, seconds.</param>
    /// <param name="size">Length of the stretch, samples.</param>
    /// <param name="decaySeconds">Time to −60 dB.</param>
    /// <param name="rateHz">Sample rate, Hz.</param>
    internal static (double Flatness, double PeakDb) Colour(
        float[] response, double atSeconds, int size, double decaySeconds, int rateHz)
    {
        int start = (int)(atSeconds * rateHz);
        float[] stretch = response[start..(start + size)];
        for (int i = 0; i < size; i++)
        {
            stretch[i] *= (float)(Math.Exp(6.9078 * i / (decaySeconds * rateHz)) * Math.Pow(Math.Sin(Math.PI * (i + 0.5) / size), 2));
        }

        var fft = new RealFft(size);
        var real = new float[fft.BinCount];
        var imaginary = new float[fft.BinCount];
        fft.Forward(stretch, real, imaginary);
        double flatness = 1;
        double peakDb = 0;
        for (double hz = 250; hz < 1400; hz *= Math.Sqrt(2))
        {
            double[] powers =
            [
                .. Enumerable.Range((int)(hz * size / rateHz), (int)(0.4142 * hz * size / rateHz))
                    .Select(bin => 1e-30 + ((double)real[bin] * real[bin]) + ((double)imaginary[bin] * imaginary[bin])),
            ];
            flatness = Math.Min(flatness, Math.Exp(powers.Average(Math.Log)) / powers.Average());
            peakDb = Math.Max(peakDb, 10 * Math.Log10(powers.Max() / powers.Average()));
        }

        return (flatness, peakDb);
    }
}
