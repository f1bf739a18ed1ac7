using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Dsp;

/// <summary>
/// The Fourier transform of a real signal whose length is a power of two, in single precision.
/// One instance holds working memory: one thread at a time.
/// </summary>
/// <remarks>
/// A Stockham radix-4 transform of half the length on separate real and imaginary arrays, which needs no bit reversal
/// and has a contiguous inner loop; Van Loan, Computational Frameworks for the Fast Fourier Transform, 1992, ch. 1.7.
/// </remarks>
public sealed partial class RealFft
{
    private readonly int _half;
    private readonly float[][] _twiddles;
    private readonly float[] _firstTwiddles;
    private readonly float[] _splitCos;
    private readonly float[] _splitSin;
    private float[] _re;
    private float[] _im;
    private float[] _re2;
    private float[] _im2;

    /// <summary>A transform of one length.</summary>
    /// <param name="size">Samples, a power of two from 4 up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not a power of two from 4 up.</exception>
    public RealFft(int size)
    {
        if (size < 4 || !BitOperations.IsPow2(size))
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, "The size must be a power of two from 4 up.");
        }

        Size = size;
        _half = size / 2;
        _re = new float[_half];
        _im = new float[_half];
        _re2 = new float[_half];
        _im2 = new float[_half];
        var stages = new List<float[]>();
        for (int n = _half; n >= 4; n /= 4)
        {
            stages.Add(StageTwiddles(n));
        }

        _twiddles = [.. stages];
        _firstTwiddles = stages.Count == 0 ? [] : ByPower(stages[0]);
        _splitCos = new float[_half + 1];
        _splitSin = new float[_half + 1];
        for (int k = 0; k <= _half; k++)
        {
            double angle = -2 * Math.PI * k / size;
            _splitCos[k] = (float)Math.Cos(angle);
            _splitSin[k] = (float)Math.Sin(angle);
        }
    }

    /// <summary>Samples of the signal.</summary>
    public int Size { get; }

    /// <summary>Bins of the spectrum, from 0 to the Nyquist frequency: half the size plus one.</summary>
    public int BinCount => _half + 1;

    /// <summary>Transforms a signal; not scaled.</summary>
    /// <param name="signal">Samples [<see cref="Size"/>].</param>
    /// <param name="real">Real parts [<see cref="BinCount"/>].</param>
    /// <param name="imaginary">Imaginary parts [<see cref="BinCount"/>].</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void Forward(ReadOnlySpan<float> signal, Span<float> real, Span<float> imaginary)
    {
        Require(signal.Length == Size && real.Length == BinCount && imaginary.Length == BinCount);
        ForwardUnchecked(signal, real, imaginary);
    }

    /// <summary><see cref="Forward"/> for spans that are known to have the right lengths.</summary>
    [RealtimeSafe]
    internal void ForwardUnchecked(ReadOnlySpan<float> signal, Span<float> real, Span<float> imaginary)
    {
        Deinterleave(signal);
        TransformHalf();
        real[0] = _re[0] + _im[0];
        imaginary[0] = 0;
        real[_half] = _re[0] - _im[0];
        imaginary[_half] = 0;
        for (int k = Split(real, imaginary), m = _half - k; k < _half; k++, m--)
        {
            float evenRe = 0.5f * (_re[k] + _re[m]), evenIm = 0.5f * (_im[k] - _im[m]);
            float oddRe = 0.5f * (_im[k] + _im[m]), oddIm = 0.5f * (_re[m] - _re[k]);
            real[k] = evenRe + (_splitCos[k] * oddRe) - (_splitSin[k] * oddIm);
            imaginary[k] = evenIm + (_splitCos[k] * oddIm) + (_splitSin[k] * oddRe);
        }
    }

    /// <summary>Transforms a spectrum back; scaled so that it undoes <see cref="Forward"/>.</summary>
    /// <param name="real">Real parts [<see cref="BinCount"/>].</param>
    /// <param name="imaginary">Imaginary parts [<see cref="BinCount"/>]; those of the first and last bin are taken as 0.</param>
    /// <param name="signal">Samples [<see cref="Size"/>].</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void Inverse(ReadOnlySpan<float> real, ReadOnlySpan<float> imaginary, Span<float> signal)
    {
        Require(signal.Length == Size && real.Length == BinCount && imaginary.Length == BinCount);

        // The swap of real and imaginary parts turns the forward transform into the inverse one.
        _im[0] = 0.5f * (real[0] + real[_half]);
        _re[0] = 0.5f * (real[0] - real[_half]);
        for (int k = 1, m = _half - 1; k < _half; k++, m--)
        {
            float evenRe = 0.5f * (real[k] + real[m]), evenIm = 0.5f * (imaginary[k] - imaginary[m]);
            float diffRe = 0.5f * (real[k] - real[m]), diffIm = 0.5f * (imaginary[k] + imaginary[m]);
            float oddRe = (_splitCos[k] * diffRe) + (_splitSin[k] * diffIm);
            float oddIm = (_splitCos[k] * diffIm) - (_splitSin[k] * diffRe);
            _im[k] = evenRe - oddIm;
            _re[k] = evenIm + oddRe;
        }

        TransformHalf();
        float scale = 1f / _half;
        for (int i = 0; i < _half; i++)
        {
            signal[2 * i] = _im[i] * scale;
            signal[(2 * i) + 1] = _re[i] * scale;
        }
    }

    private void Deinterleave(ReadOnlySpan<float> signal)
    {
        int i = 0;
        if (Sse.IsSupported)
        {
            ref float from = ref MemoryMarshal.GetReference(signal);
            for (; i + 4 <= _half; i += 4)
            {
                Vector128<float> a = Vector128.LoadUnsafe(ref from, (nuint)(2 * i));
                Vector128<float> b = Vector128.LoadUnsafe(ref from, (nuint)((2 * i) + 4));
                Sse.Shuffle(a, b, 0x88).CopyTo(_re, i);
                Sse.Shuffle(a, b, 0xDD).CopyTo(_im, i);
            }
        }

        for (; i < _half; i++)
        {
            _re[i] = signal[2 * i];
            _im[i] = signal[(2 * i) + 1];
        }
    }

    // Separates the transforms of even and odd samples, four bins at a time; gives the first bin that is left over.
    private int Split(Span<float> real, Span<float> imaginary)
    {
        ref float re = ref MemoryMarshal.GetArrayDataReference(_re);
        ref float im = ref MemoryMarshal.GetArrayDataReference(_im);
        ref float outRe = ref MemoryMarshal.GetReference(real);
        ref float outIm = ref MemoryMarshal.GetReference(imaginary);
        Vector128<float> half = Vector128.Create(0.5f);
        int k = 1;
        for (; k + 4 <= _half; k += 4)
        {
            nuint at = (nuint)k, mirror = (nuint)(_half - k - 3);
            Vector128<float> kRe = Vector128.LoadUnsafe(ref re, at), kIm = Vector128.LoadUnsafe(ref im, at);
            // The order stands in the call: only as a constant it is one instruction when compiled ahead.
            Vector128<float> mRe = Vector128.Shuffle(Vector128.LoadUnsafe(ref re, mirror), Vector128.Create(3, 2, 1, 0));
            Vector128<float> mIm = Vector128.Shuffle(Vector128.LoadUnsafe(ref im, mirror), Vector128.Create(3, 2, 1, 0));
            Vector128<float> cos = Vector128.Create(_splitCos, k), sin = Vector128.Create(_splitSin, k);
            Vector128<float> oddRe = half * (kIm + mIm), oddIm = half * (mRe - kRe);
            ((half * (kRe + mRe)) + (cos * oddRe) - (sin * oddIm)).StoreUnsafe(ref outRe, at);
            ((half * (kIm - mIm)) + (cos * oddIm) + (sin * oddRe)).StoreUnsafe(ref outIm, at);
        }

        return k;
    }

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw new ArgumentException("The spans must have the lengths of this transform.");
        }
    }

    private static float[] StageTwiddles(int n)
    {
        var table = new float[n / 4 * 6];
        for (int p = 0; p < n / 4; p++)
        {
            for (int power = 1; power <= 3; power++)
            {
                double angle = -2 * Math.PI * p * power / n;
                table[(6 * p) + (2 * power) - 2] = (float)Math.Cos(angle);
                table[(6 * p) + (2 * power) - 1] = (float)Math.Sin(angle);
            }
        }

        return table;
    }

    // The same factors with all of one kind in a row.
    private static float[] ByPower(float[] table)
    {
        int count = table.Length / 6;
        var rows = new float[table.Length];
        for (int i = 0; i < table.Length; i++)
        {
            rows[(i % 6 * count) + (i / 6)] = table[i];
        }

        return rows;
    }
}
