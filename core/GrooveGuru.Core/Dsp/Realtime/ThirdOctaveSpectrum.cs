using System.Numerics;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Dsp.Realtime;

/// <summary>
/// Power of two channels in thirds of an octave, smoothed over time: a windowed Fourier transform of the newest stretch, whose bins
/// are shared out among the bands. Allocates in the constructor only; one thread at a time.
/// </summary>
/// <remarks>
/// IEC 61260-1 base-ten band centres from 25 Hz to 20 kHz; the bands are rectangular, with a bin on an edge split between its two sides.
/// The power is the mean of the channels that are heard. Against pink noise the bands are flat within 1 dB (tested).
/// </remarks>
public sealed class ThirdOctaveSpectrum
{
    /// <summary>Bands: 25 Hz to 20 kHz.</summary>
    public const int BandCount = 30;

    private const int FirstBand = 14; // 10^(14/10) = 25.1 Hz
    private const double StretchSeconds = 0.15;
    private const double SmoothingSeconds = 0.3;

    private readonly RealFft _fft;
    private readonly float[] _window;
    private readonly float[] _windowed;
    private readonly float[] _real;
    private readonly float[] _imaginary;
    private readonly float[] _first;
    private readonly float[] _second;
    private readonly double[] _binPower;
    private readonly double[] _lowEdge;
    private readonly double[] _highEdge;
    private readonly double[] _power;
    private readonly double _scale;
    private readonly double _sampleRateHz;
    private long _endFrames;

    /// <summary>A spectrum that has heard nothing.</summary>
    /// <param name="sampleRateHz">Sample rate, Hz, positive.</param>
    public ThirdOctaveSpectrum(double sampleRateHz)
    {
        _sampleRateHz = sampleRateHz;
        StretchFrames = StretchFor(sampleRateHz);
        _fft = new RealFft(StretchFrames);
        _window = SpectralWindows.Hann(StretchFrames);
        _windowed = new float[StretchFrames];
        _first = new float[StretchFrames];
        _second = new float[StretchFrames];
        _real = new float[_fft.BinCount];
        _imaginary = new float[_fft.BinCount];
        _binPower = new double[_fft.BinCount];
        _power = new double[BandCount];
        _lowEdge = new double[BandCount];
        _highEdge = new double[BandCount];
        double binHz = sampleRateHz / StretchFrames;
        for (int band = 0; band < BandCount; band++)
        {
            // In bins; bin k reaches from k - 0.5 to k + 0.5. What lies above the Nyquist frequency is not there.
            _lowEdge[band] = Math.Min(CenterHz(band) * Math.Pow(10, -0.05) / binHz, _fft.BinCount - 1);
            _highEdge[band] = Math.Min(CenterHz(band) * Math.Pow(10, 0.05) / binHz, _fft.BinCount - 1);
        }

        double windowEnergy = 0;
        foreach (float weight in _window)
        {
            windowEnergy += (double)weight * weight;
        }

        // Two sides of the spectrum; the sum over all bins is the mean square of the signal.
        _scale = 2 / (windowEnergy * StretchFrames);
    }

    /// <summary>Frames that one transform hears: a power of two, 0.15 s or more, 131072 at most.</summary>
    public int StretchFrames { get; }

    /// <summary>Frames after which it is worth hearing again: half of the stretch.</summary>
    public int HopFrames => StretchFrames / 2;

    /// <summary>Mean square of each band, linear; 0 before the first stretch and above the Nyquist frequency.</summary>
    [RealtimeSafe]
    public ReadOnlySpan<double> Power => _power;

    /// <summary>Centre of a band, Hz.</summary>
    public static double CenterHz(int band) => Math.Pow(10, (FirstBand + band) / 10.0);

    /// <summary>The stretch at a sample rate, frames; what a <see cref="SampleHistory"/> has to hold.</summary>
    public static int StretchFor(double sampleRateHz) =>
        (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(sampleRateHz * StretchSeconds, 64, 131072));

    /// <summary>Hears the newest stretch where enough is new.</summary>
    /// <param name="history">Where the samples lie; made for <see cref="StretchFor"/> at least.</param>
    /// <param name="channelCount">1 takes the first channel alone, 2 the mean of both.</param>
    /// <returns>Whether the bands have changed.</returns>
    [RealtimeSafe]
    public bool Update(SampleHistory history, int channelCount)
    {
        if (history.WrittenFrames - _endFrames < HopFrames || !history.TryCopyLatest(_first, _second, out long end))
        {
            return false;
        }

        Array.Clear(_binPower);
        AddBins(_first);
        if (channelCount > 1)
        {
            AddBins(_second);
        }

        double keep = _endFrames == 0 ? 0 : Math.Exp((_endFrames - end) / (SmoothingSeconds * _sampleRateHz));
        for (int band = 0; band < BandCount; band++)
        {
            double power = BandPower(_lowEdge[band], _highEdge[band]) * _scale / channelCount;
            _power[band] = (keep * _power[band]) + ((1 - keep) * power);
        }

        _endFrames = end;
        return true;
    }

    [RealtimeSafe]
    private void AddBins(float[] samples)
    {
        int i = 0;
        for (; i + Vector<float>.Count <= samples.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(samples, i) * new Vector<float>(_window, i)).CopyTo(_windowed, i);
        }

        for (; i < samples.Length; i++)
        {
            _windowed[i] = samples[i] * _window[i];
        }

        _fft.ForwardUnchecked(_windowed, _real, _imaginary);
        int bin = 0;
        for (; bin + Vector<float>.Count <= _binPower.Length; bin += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(_real, bin), out Vector<double> realLow, out Vector<double> realHigh);
            Vector.Widen(new Vector<float>(_imaginary, bin), out Vector<double> imaginaryLow, out Vector<double> imaginaryHigh);
            int high = bin + Vector<double>.Count;
            (new Vector<double>(_binPower, bin) + (realLow * realLow) + (imaginaryLow * imaginaryLow)).CopyTo(_binPower, bin);
            (new Vector<double>(_binPower, high) + (realHigh * realHigh) + (imaginaryHigh * imaginaryHigh)).CopyTo(_binPower, high);
        }

        for (; bin < _binPower.Length; bin++)
        {
            _binPower[bin] += ((double)_real[bin] * _real[bin]) + ((double)_imaginary[bin] * _imaginary[bin]);
        }
    }

    [RealtimeSafe]
    private double BandPower(double low, double high)
    {
        int first = (int)Math.Floor(low + 0.5), last = Math.Min((int)Math.Floor(high + 0.5), _binPower.Length - 1);
        if (first >= last)
        {
            return first > last ? 0 : SharedPower(first, low, high);
        }

        double sum = SharedPower(first, low, high);
        for (int bin = first + 1; bin < last; bin++)
        {
            sum += _binPower[bin];
        }

        return sum + SharedPower(last, low, high);
    }

    // The part of a bin that lies in a band.
    [RealtimeSafe]
    private double SharedPower(int bin, double low, double high) =>
        _binPower[bin] * Math.Max(Math.Min(high, bin + 0.5) - Math.Max(low, bin - 0.5), 0);
}
