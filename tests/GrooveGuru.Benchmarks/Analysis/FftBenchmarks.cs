using BenchmarkDotNet.Attributes;
using GrooveGuru.Core.Dsp;
using MathNet.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace GrooveGuru.Benchmarks.Analysis;

/// <summary>The real Fourier transform in single precision: ours, MathNet's and, where it is installed, FFTW's.</summary>
[MemoryDiagnoser]
public class FftBenchmarks : IDisposable
{
    private float[] _signal = [];
    private float[] _inPlace = [];
    private float[] _real = [];
    private float[] _imaginary = [];
    private RealFft? _ours;
    private FftwLibrary? _fftw;

    /// <summary>Samples.</summary>
    [Params(2048, 4096, 8192, 16_384)]
    public int Size { get; set; }

    /// <summary>Whether <see cref="Fftw"/> measures anything.</summary>
    internal static bool HasFftw => FftwLibrary.IsPresent;

    /// <summary>Makes the transforms and a signal.</summary>
    [GlobalSetup]
    public void Setup()
    {
        // Threads would cost it more than they give at these sizes.
        Control.UseSingleThread();
        var random = new Random(1);
        _signal = Enumerable.Range(0, Size).Select(_ => random.NextSingle() - 0.5f).ToArray();
        _inPlace = new float[Size + 2];
        _ours = new RealFft(Size);
        (_real, _imaginary) = (new float[_ours.BinCount], new float[_ours.BinCount]);
        _fftw = FftwLibrary.IsPresent ? new FftwLibrary(Size) : null;
    }

    /// <summary>MathNet's; it works in place, so the signal is copied first.</summary>
    [Benchmark(Baseline = true)]
    public float MathNet()
    {
        _signal.CopyTo(_inPlace, 0);
        Fourier.ForwardReal(_inPlace, Size, FourierOptions.NoScaling);
        return _inPlace[2];
    }

    /// <summary>Ours.</summary>
    [Benchmark]
    public float Ours()
    {
        _ours!.Forward(_signal, _real, _imaginary);
        return _real[1];
    }

    /// <summary>FFTW's, planned by measuring; 0 without the library.</summary>
    [Benchmark]
    public unsafe float Fftw()
    {
        if (_fftw is null)
        {
            return 0;
        }

        _fftw.Forward(_signal);
        return _fftw.Spectrum[2];
    }

    /// <summary>Lets go of the memory of FFTW.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _fftw?.Dispose();
        _fftw = null;
        GC.SuppressFinalize(this);
    }
}
