using System.Numerics.Tensors;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>The stereo field within each band of the tonal balance: energies and cross spectrum of the first two channels.</summary>
/// <remarks>Hann frames of about 90 ms, end to end, at the native rate, so that the highest band is heard to its end.</remarks>
internal sealed class BandStereoStage
{
    private const double MinFrameSeconds = 0.08;
    private const double SilentMeanSquare = 1e-12;

    private readonly int _sampleRateHz;
    private readonly float[] _window;
    private float[][] _frame;
    private readonly RealFft _fft;
    private readonly float[][] _real;
    private readonly float[][] _imaginary;
    private readonly int[] _edges;
    private double[] _left;
    private double[] _right;
    private double[] _products;
    private readonly double _windowSquares;
    private int _filled;
    private long _frames;

    /// <summary>Nothing heard yet.</summary>
    /// <param name="sampleRateHz">Native sample rate, Hz.</param>
    public BandStereoStage(int sampleRateHz)
    {
        int size = 256;
        while (size < MinFrameSeconds * sampleRateHz)
        {
            size *= 2;
        }

        _sampleRateHz = sampleRateHz;
        _window = SpectralWindows.Hann(size);
        _windowSquares = TensorPrimitives.SumOfSquares<float>(_window);
        _frame = [new float[size], new float[size]];
        _fft = new RealFft(size);
        _real = [new float[_fft.BinCount], new float[_fft.BinCount]];
        _imaginary = [new float[_fft.BinCount], new float[_fft.BinCount]];
        _edges = [.. TonalBalanceBands.EdgesHz.Select(edge => Bin(edge)), _fft.BinCount];
        int bands = TonalBalanceBands.EdgesHz.Count;
        _left = new double[bands];
        _right = new double[bands];
        _products = new double[bands];
    }

    /// <summary>Hears samples.</summary>
    public void Process(float[][] planar, int offsetFrames, int frameCount)
    {
        for (int at = offsetFrames, end = offsetFrames + frameCount; at < end;)
        {
            int taken = Math.Min(end - at, _fft.Size - _filled);
            planar[0].AsSpan(at, taken).CopyTo(_frame[0].AsSpan(_filled));
            planar[1].AsSpan(at, taken).CopyTo(_frame[1].AsSpan(_filled));
            _filled += taken;
            at += taken;
            if (_filled == _fft.Size)
            {
                Measure();
            }
        }
    }

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public BandStereoStage Fork()
    {
        var copy = (BandStereoStage)MemberwiseClone();
        copy._frame = [[.. _frame[0]], [.. _frame[1]]];
        copy._left = [.. _left];
        copy._right = [.. _right];
        copy._products = [.. _products];
        return copy;
    }

    /// <summary>The bands, lowest first; the last frame is filled up with silence.</summary>
    public IReadOnlyList<BandStereo> Finish()
    {
        if (_filled > 0)
        {
            _frame[0].AsSpan(_filled).Clear();
            _frame[1].AsSpan(_filled).Clear();
            Measure();
        }

        return [.. Enumerable.Range(0, _left.Length).Select(Band)];
    }

    private int Bin(double hz) => (int)Math.Min(Math.Ceiling(hz * _fft.Size / _sampleRateHz), _fft.BinCount);

    private BandStereo Band(int band)
    {
        double left = _left[band], right = _right[band], energy = left + right;
        // A spectrum's sum of squares is the frame's energy times the size, one half of it on either side of zero.
        double silent = SilentMeanSquare * _windowSquares * _fft.Size / 2 * Math.Max(1, _frames);
        if (energy <= silent)
        {
            return new BandStereo(null, null);
        }

        double width = Math.Clamp((energy - (2 * _products[band])) / (2 * energy), 0, 1);
        // With one side silent there is nothing to correlate.
        double? correlation = Math.Min(left, right) <= 1e-9 * energy
            ? null
            : Math.Clamp(_products[band] / Math.Sqrt(left * right), -1, 1);
        return new BandStereo(width, correlation);
    }

    private void Measure()
    {
        for (int channel = 0; channel < 2; channel++)
        {
            TensorPrimitives.Multiply(_frame[channel], _window, _frame[channel]);
            _fft.Forward(_frame[channel], _real[channel], _imaginary[channel]);
        }

        for (int band = 0; band < _left.Length; band++)
        {
            Range bins = _edges[band].._edges[band + 1];
            ReadOnlySpan<float> leftRe = _real[0].AsSpan(bins), leftIm = _imaginary[0].AsSpan(bins);
            ReadOnlySpan<float> rightRe = _real[1].AsSpan(bins), rightIm = _imaginary[1].AsSpan(bins);
            _left[band] += TensorPrimitives.SumOfSquares(leftRe) + TensorPrimitives.SumOfSquares(leftIm);
            _right[band] += TensorPrimitives.SumOfSquares(rightRe) + TensorPrimitives.SumOfSquares(rightIm);
            _products[band] += TensorPrimitives.Dot(leftRe, rightRe) + TensorPrimitives.Dot(leftIm, rightIm);
        }

        _filled = 0;
        _frames++;
    }
}
