using System.Reflection;
using System.Runtime.InteropServices;

namespace GrooveGuru.Benchmarks.Analysis;

/// <summary>FFTW in single precision, to see how far ahead it is; Debian's package is libfftw3-single3. No part of the product.</summary>
internal sealed unsafe partial class FftwLibrary : IDisposable
{
    private const string Name = "libfftw3f.so.3";
    private const uint Measured = 0;

    private readonly nint _plan;
    private readonly float* _signal;
    private readonly int _size;

    /// <summary>A transform of real samples.</summary>
    /// <param name="size">Samples.</param>
    public FftwLibrary(int size)
    {
        _size = size;
        _signal = (float*)Allocate((nuint)(size * sizeof(float)));
        Spectrum = (float*)Allocate((nuint)((size + 2) * sizeof(float)));
        _plan = Plan(size, _signal, Spectrum, Measured);
    }

    /// <summary>Whether the library is installed.</summary>
    public static bool IsPresent { get; } = NativeLibrary.TryLoad(Name, Assembly.GetExecutingAssembly(), null, out _);

    /// <summary>Real and imaginary parts, interleaved [size + 2].</summary>
    public float* Spectrum { get; }

    /// <summary>Transforms samples into <see cref="Spectrum"/>.</summary>
    public void Forward(ReadOnlySpan<float> signal)
    {
        signal.CopyTo(new Span<float>(_signal, _size));
        Execute(_plan);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        DestroyPlan(_plan);
        Free((nint)_signal);
        Free((nint)Spectrum);
    }

    [LibraryImport(Name, EntryPoint = "fftwf_malloc")]
    private static partial nint Allocate(nuint bytes);

    [LibraryImport(Name, EntryPoint = "fftwf_free")]
    private static partial void Free(nint memory);

    [LibraryImport(Name, EntryPoint = "fftwf_plan_dft_r2c_1d")]
    private static partial nint Plan(int size, float* signal, float* spectrum, uint flags);

    [LibraryImport(Name, EntryPoint = "fftwf_execute")]
    private static partial void Execute(nint plan);

    [LibraryImport(Name, EntryPoint = "fftwf_destroy_plan")]
    private static partial void DestroyPlan(nint plan);
}
