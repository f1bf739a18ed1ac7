using System.Numerics.Tensors;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>The power spectrum of Hann-windowed frames of one length.</summary>
internal sealed class FrameSpectrum
{
    private readonly RealFft _fft;
    private readonly float[] _window;
    private readonly float[] _windowed;
    private readonly float[] _real;
    private readonly float[] _imaginary;

    /// <summary>For frames of one length, a power of two.</summary>
    public FrameSpectrum(int frameLength)
    {
        _fft = new RealFft(frameLength);
        _window = SpectralWindows.Hann(frameLength);
        _windowed = new float[frameLength];
        _real = new float[_fft.BinCount];
        _imaginary = new float[_fft.BinCount];
        Power = new float[_fft.BinCount];
    }

    /// <summary>The power spectrum of the last frame that was measured here [bins].</summary>
    public float[] Power { get; }

    /// <summary>Measures a frame into <see cref="Power"/>.</summary>
    public void Measure(ReadOnlySpan<float> samples) => Measure(samples, Power);

    /// <summary>Measures a frame.</summary>
    /// <param name="samples">Samples [frame length].</param>
    /// <param name="power">Squared magnitude [bins].</param>
    public void Measure(ReadOnlySpan<float> samples, Span<float> power)
    {
        TensorPrimitives.Multiply(samples, _window, _windowed);
        _fft.Forward(_windowed, _real, _imaginary);
        TensorPrimitives.Multiply(_real, _real, power);
        TensorPrimitives.MultiplyAdd(_imaginary, _imaginary, power, power);
    }
}
