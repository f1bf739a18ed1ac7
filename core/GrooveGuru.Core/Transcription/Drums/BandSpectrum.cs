using System.Numerics.Tensors;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>The power in bands of one window. One instance holds working memory: one thread at a time.</summary>
/// <remarks>Triangles on the bins, as far apart as a geometric series wants it and never closer than a bin.</remarks>
internal sealed class BandSpectrum
{
    private readonly RealFft _fft;
    private readonly float[] _window;
    private readonly float[] _windowed;
    private readonly float[] _real;
    private readonly float[] _imaginary;
    private readonly int[] _firstBin;
    private readonly float[][] _weights;
    private readonly float _scale;

    /// <param name="samples">Length of the window, a power of two.</param>
    /// <param name="bands">How many bands.</param>
    public BandSpectrum(int samples, int bands)
    {
        _fft = new RealFft(samples);
        _window = SpectralWindows.Hann(samples);
        _windowed = new float[samples];
        _real = new float[_fft.BinCount];
        _imaginary = new float[_fft.BinCount];
        double[] edges = Edges(bands, DrumFraming.HighestHz * samples / DrumFraming.SampleRateHz);
        CentresBins = edges[1..^1];
        _firstBin = new int[bands];
        _weights = new float[bands][];
        for (int band = 0; band < bands; band++)
        {
            (double low, double centre, double high) = (edges[band], edges[band + 1], edges[band + 2]);
            _firstBin[band] = (int)Math.Floor(low) + 1;
            _weights[band] = new float[(int)Math.Ceiling(high) - _firstBin[band]];
            for (int at = 0; at < _weights[band].Length; at++)
            {
                double bin = _firstBin[band] + at;
                _weights[band][at] = (float)(bin < centre ? (bin - low) / (centre - low) : (high - bin) / (high - centre));
            }
        }

        double sum = _window.Sum(weight => weight * weight);
        _scale = (float)(1 / (sum * samples));
    }

    /// <summary>Middles of the bands, in bins.</summary>
    public IReadOnlyList<double> CentresBins { get; }

    /// <summary>Measures.</summary>
    /// <param name="samples">Mono samples, as many as the window has.</param>
    /// <param name="power">Receives the power of each band; white noise of power 1 gives some 1 in all.</param>
    public void Measure(ReadOnlySpan<float> samples, Span<float> power)
    {
        TensorPrimitives.Multiply(samples, _window, _windowed);
        _fft.ForwardUnchecked(_windowed, _real, _imaginary);
        TensorPrimitives.Multiply(_real, _real, _real);
        TensorPrimitives.MultiplyAdd(_imaginary, _imaginary, _real, _real);
        for (int band = 0; band < power.Length; band++)
        {
            power[band] = _scale * TensorPrimitives.Dot<float>(_weights[band], _real.AsSpan(_firstBin[band], _weights[band].Length));
        }
    }

    // From half a bin up, each step at least a bin and else in one ratio, which is sought so that the last edge is at the top.
    private static double[] Edges(int bands, double topBins)
    {
        double low = 1, high = 4;
        double[] edges = new double[bands + 2];
        for (int round = 0; round < 60; round++)
        {
            double ratio = (low + high) / 2;
            edges[0] = 0.5;
            for (int edge = 1; edge < edges.Length; edge++)
            {
                edges[edge] = Math.Max(edges[edge - 1] + 1, edges[edge - 1] * ratio);
            }

            (low, high) = edges[^1] < topBins ? (ratio, high) : (low, ratio);
        }

        return edges;
    }
}
