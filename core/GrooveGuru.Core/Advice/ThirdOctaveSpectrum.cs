using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Advice;

/// <summary>The long-term average spectrum in third octaves, with mid and side apart.</summary>
public sealed class ThirdOctaveSpectrum
{
    private const int BandsPerOctave = 3;
    private const double LowestCentreHz = 25;
    private const double HighestCentreHz = 16000;

    // A frame of about 0.17 s: bins narrower than the lowest band.
    private const double FrameSeconds = 0.17;

    private readonly double[] _centresHz;
    private readonly double[] _midPower;
    private readonly double[] _sidePower;

    private ThirdOctaveSpectrum(double[] centresHz, double[] midPower, double[] sidePower)
    {
        _centresHz = centresHz;
        _midPower = midPower;
        _sidePower = sidePower;
    }

    /// <summary>Middle of each band, Hz, lowest first: 25 Hz … 16 kHz as far as the sample rate reaches.</summary>
    public IReadOnlyList<double> CentresHz => _centresHz;

    /// <summary>Measures audio.</summary>
    /// <param name="audio">Planar audio. What is no sample (see <see cref="FiniteSamples"/>) is taken as silence; channels after the second are not read.</param>
    /// <param name="cancellationToken">Ends the work between frames.</param>
    /// <returns>The spectrum; all powers 0 for silence and for audio shorter than a frame's half.</returns>
    public static ThirdOctaveSpectrum Measure(AudioBuffer audio, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(audio);
        int size = 256;
        while (size < FrameSeconds * audio.SampleRateHz)
        {
            size *= 2;
        }

        double[] edgesHz = Edges(audio.SampleRateHz / 2.0);
        var midBins = new double[(size / 2) + 1];
        var sideBins = new double[midBins.Length];
        var fft = new RealFft(size);
        float[] window = SpectralWindows.Hann(size);
        var frame = new float[size];
        var real = new float[fft.BinCount];
        var imaginary = new float[fft.BinCount];
        ReadOnlySpan<float> left = audio.Channel(0);
        ReadOnlySpan<float> right = audio.ChannelCount > 1 ? audio.Channel(1) : left;
        for (int start = 0; start + (size / 2) <= left.Length; start += size / 2)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddFrame(left, right, 0.5f, start, midBins);
            if (audio.ChannelCount > 1)
            {
                AddFrame(left, right, -0.5f, start, sideBins);
            }
        }

        double binHz = (double)audio.SampleRateHz / size;
        return new ThirdOctaveSpectrum(
            [.. edgesHz.SkipLast(1).Select(edgeHz => edgeHz * Math.Pow(2, 0.5 / BandsPerOctave))],
            IntoBands(midBins, binHz, edgesHz),
            IntoBands(sideBins, binHz, edgesHz));

        void AddFrame(ReadOnlySpan<float> left, ReadOnlySpan<float> right, float rightWeight, int start, double[] bins)
        {
            Array.Clear(frame);
            int count = Math.Min(size, left.Length - start);
            for (int i = 0; i < count; i++)
            {
                float leftSample = FiniteSamples.OrSilence(left[start + i]);
                float rightSample = FiniteSamples.OrSilence(right[start + i]);
                frame[i] = ((0.5f * leftSample) + (rightWeight * rightSample)) * window[i];
            }

            fft.Forward(frame, real, imaginary);
            for (int bin = 0; bin < bins.Length; bin++)
            {
                bins[bin] += ((double)real[bin] * real[bin]) + ((double)imaginary[bin] * imaginary[bin]);
            }
        }
    }

    /// <summary>Power of one band, mid and side together, linear and of no fixed scale.</summary>
    public double Power(int band) => _midPower[band] + _sidePower[band];

    /// <summary>Power between two frequencies, of the bands whose middle lies between them.</summary>
    public double Power(double fromHz, double toHz) => Sum(fromHz, toHz, Power);

    /// <summary>Share of the side in the power between two frequencies, 0–1; 0 for silence and for mono.</summary>
    public double SideShare(double fromHz, double toHz)
    {
        double all = Power(fromHz, toHz);
        return all > 0 ? Sum(fromHz, toHz, band => _sidePower[band]) / all : 0;
    }

    private static double[] Edges(double nyquistHz)
    {
        var edges = new List<double>();
        int bands = (int)Math.Round(BandsPerOctave * Math.Log2(HighestCentreHz / LowestCentreHz)) + 1;
        for (int band = 0; band <= bands; band++)
        {
            double edgeHz = LowestCentreHz * Math.Pow(2, (band - 0.5) / BandsPerOctave);
            if (edgeHz <= nyquistHz || edges.Count < 2)
            {
                edges.Add(edgeHz);
            }
        }

        return [.. edges];
    }

    // A bin that an edge cuts counts for both bands by the width on either side.
    private static double[] IntoBands(double[] bins, double binHz, double[] edgesHz)
    {
        var bands = new double[edgesHz.Length - 1];
        for (int band = 0; band < bands.Length; band++)
        {
            double from = edgesHz[band] / binHz;
            double to = edgesHz[band + 1] / binHz;
            for (int bin = (int)Math.Floor(from + 0.5); bin <= (int)Math.Floor(to + 0.5) && bin < bins.Length; bin++)
            {
                double overlap = Math.Min(to, bin + 0.5) - Math.Max(from, bin - 0.5);
                bands[band] += bins[bin] * Math.Max(0, overlap);
            }
        }

        return bands;
    }

    private double Sum(double fromHz, double toHz, Func<int, double> power)
    {
        double sum = 0;
        for (int band = 0; band < _centresHz.Length; band++)
        {
            if (_centresHz[band] >= fromHz && _centresHz[band] < toHz)
            {
                sum += power(band);
            }
        }

        return sum;
    }
}
