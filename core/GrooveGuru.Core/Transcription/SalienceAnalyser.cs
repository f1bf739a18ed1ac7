using System.Numerics.Tensors;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Transcription;

/// <summary>
/// How strongly each pitch is heard in each frame: spectral peaks, flattened against their surroundings, vote for the
/// fundamentals that they can be harmonics of.
/// </summary>
/// <remarks>Salamon and Gómez 2012, IEEE TASLP 20(6); harmonic summation after Klapuri 2006, ISMIR.</remarks>
internal sealed class SalienceAnalyser
{
    private const int HarmonicCount = 8;
    private const double HarmonicDecay = 0.8;
    private const double HighestPeakHz = 5000;

    /// <summary>Peaks of noise hardly stand this far above the mean around them; partials stand much further.</summary>
    private const double LeastPeakRatio = 2.2;
    private const double SurePeakRatio = 4.5;
    private const double LowestShareHz = 150;
    private const double PeakFloorDb = -50;
    private const double SilenceFloorDb = -75;
    private readonly int _sampleRateHz;
    private readonly PitchGrid _grid;
    private readonly RealFft _fft;
    private readonly float[] _window;
    private readonly float[] _frame;
    private readonly float[] _real;
    private readonly float[] _imaginary;
    private readonly double[] _cumulative;
    private readonly double[] _harmonicBins;

    /// <summary>An analyser for one sample rate.</summary>
    public SalienceAnalyser(int sampleRateHz, double windowSeconds, PitchGrid grid)
    {
        _sampleRateHz = sampleRateHz;
        _grid = grid;
        int size = 1 << (int)Math.Round(Math.Log2(windowSeconds * sampleRateHz));
        _fft = new RealFft(size);
        _window = SpectralWindows.Hann(size);
        _frame = new float[size];
        _real = new float[_fft.BinCount];
        _imaginary = new float[_fft.BinCount];
        Magnitudes = new float[_fft.BinCount];
        _cumulative = new double[_fft.BinCount + 1];
        _harmonicBins = Enumerable.Range(1, HarmonicCount).Select(h => 12 * PitchGrid.BinsPerSemitone * Math.Log2(h)).ToArray();
    }

    /// <summary>Magnitudes of the last frame; a full-scale sine has magnitude 1.</summary>
    public float[] Magnitudes { get; }

    /// <summary>Magnitude at a frequency in the last frame: the strongest bin within its main lobe.</summary>
    public float MagnitudeAt(double frequencyHz)
    {
        int centre = (int)Math.Round(frequencyHz * _fft.Size / _sampleRateHz);
        float best = 0;
        for (int bin = Math.Max(0, centre - 1); bin <= Math.Min(_fft.BinCount - 1, centre + 1); bin++)
        {
            best = Math.Max(best, Magnitudes[bin]);
        }

        return best;
    }

    /// <summary>Share of the last frame's energy, bass drum aside, that lies on the harmonics of a fundamental, 0 to 1.</summary>
    public float EnergyShare(double fundamentalHz)
    {
        int low = (int)(Math.Min(LowestShareHz, 0.8 * fundamentalHz) * _fft.Size / _sampleRateHz);
        int high = Math.Min(Magnitudes.Length - 2, (int)(HighestPeakHz * _fft.Size / _sampleRateHz));
        float all = TensorPrimitives.SumOfSquares<float>(Magnitudes.AsSpan(low, high - low + 1));
        float own = 0;
        for (int harmonic = 1; harmonic <= HarmonicCount && harmonic * fundamentalHz < HighestPeakHz; harmonic++)
        {
            int centre = (int)Math.Round(harmonic * fundamentalHz * _fft.Size / _sampleRateHz);
            if (centre > 0 && centre < high)
            {
                own += TensorPrimitives.SumOfSquares<float>(Magnitudes.AsSpan(centre - 1, 3));
            }
        }

        return all > 0 ? Math.Min(1, own / all) : 0;
    }

    /// <summary>Analyses the frame around a sample.</summary>
    /// <param name="samples">Mono samples.</param>
    /// <param name="centre">The sample in the middle of the frame; outside of the signal there is silence.</param>
    /// <param name="salience">Salience [grid], 0 or more.</param>
    public void Analyse(float[] samples, int centre, float[] salience)
    {
        Array.Clear(salience);
        int start = centre - (_fft.Size / 2);
        int first = Math.Clamp(-start, 0, _fft.Size), end = Math.Clamp(samples.Length - start, first, _fft.Size);
        _frame.AsSpan(0, first).Clear();
        TensorPrimitives.Multiply(samples.AsSpan(start + first, end - first), _window.AsSpan(first, end - first), _frame.AsSpan(first));
        _frame.AsSpan(end).Clear();

        _fft.Forward(_frame, _real, _imaginary);
        float scale = 4f / _fft.Size;
        float loudest = 0;
        for (int bin = 0; bin < Magnitudes.Length; bin++)
        {
            float magnitude = scale * MathF.Sqrt((_real[bin] * _real[bin]) + (_imaginary[bin] * _imaginary[bin]));
            Magnitudes[bin] = magnitude;
            _cumulative[bin + 1] = _cumulative[bin] + magnitude;
            loudest = Math.Max(loudest, magnitude);
        }

        double floor = Math.Max(loudest * Math.Pow(10, PeakFloorDb / 20), Math.Pow(10, SilenceFloorDb / 20));
        double binHz = (double)_sampleRateHz / _fft.Size;
        int lastBin = Math.Min(Magnitudes.Length - 2, (int)(HighestPeakHz / binHz));
        for (int bin = 2; bin <= lastBin; bin++)
        {
            float middle = Magnitudes[bin];
            if (middle > floor && middle > Magnitudes[bin - 1] && middle >= Magnitudes[bin + 1])
            {
                Vote(bin, binHz, salience);
            }
        }
    }

    private void Vote(int bin, double binHz, float[] salience)
    {
        // A parabola through the logarithms is nearly exact for the main lobe of a Hann window.
        double left = Math.Log(Magnitudes[bin - 1] + 1e-12);
        double middle = Math.Log(Magnitudes[bin] + 1e-12);
        double right = Math.Log(Magnitudes[bin + 1] + 1e-12);
        double shift = 0.5 * (left - right) / (left - (2 * middle) + right - 1e-12);
        double peak = Math.Exp(middle - (0.25 * (left - right) * shift));
        double surroundings = MeanAround(bin);
        double tonal = Math.Clamp(((peak / surroundings) - LeastPeakRatio) / (SurePeakRatio - LeastPeakRatio), 0, 1);
        if (tonal <= 0)
        {
            return;
        }

        double weight = Math.Sqrt(peak) * tonal;
        double position = _grid.BinOf((bin + shift) * binHz);
        double decay = weight;
        for (int harmonic = 0; harmonic < HarmonicCount; harmonic++)
        {
            Spread(position - _harmonicBins[harmonic], decay, salience);
            decay *= HarmonicDecay;
        }
    }

    private double MeanAround(int bin)
    {
        int reach = Math.Max(8, bin / 4);
        int low = Math.Max(0, bin - reach);
        int high = Math.Min(Magnitudes.Length, bin + reach + 1);
        return (_cumulative[high] - _cumulative[low]) / (high - low);
    }

    private static void Spread(double position, double weight, float[] salience)
    {
        const double Reach = 0.6 * PitchGrid.BinsPerSemitone;
        int low = Math.Max(0, (int)Math.Ceiling(position - Reach));
        int high = Math.Min(salience.Length - 1, (int)Math.Floor(position + Reach));
        for (int at = low; at <= high; at++)
        {
            // A parabolic bump in place of a squared cosine: the same shape at a fraction of the cost.
            double distance = (at - position) / Reach;
            double bump = 1 - (distance * distance);
            salience[at] += (float)(weight * bump * bump);
        }
    }
}
