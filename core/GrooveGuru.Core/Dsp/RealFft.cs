using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GrooveGuru.Core.Dsp;

/// <summary>
/// The Fourier transform of a real signal whose length is a power of two, in single precision.
/// One instance holds working memory: one thread at a time.
/// </summary>
/// <remarks>
/// A Stockham radix-4 transform of half the length on separate real and imaginary arrays, which needs no bit reversal
/// and has a contiguous inner loop; Van Loan, Computational Frameworks for the Fast Fourier Transform, 1992, ch. 1.7.
/// </remarks>
public sealed class RealFft
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
        Vector128<int> reversed = Vector128.Create(3, 2, 1, 0);
        Vector128<float> half = Vector128.Create(0.5f);
        int k = 1;
        for (; k + 4 <= _half; k += 4)
        {
            nuint at = (nuint)k, mirror = (nuint)(_half - k - 3);
            Vector128<float> kRe = Vector128.LoadUnsafe(ref re, at), kIm = Vector128.LoadUnsafe(ref im, at);
            Vector128<float> mRe = Vector128.Shuffle(Vector128.LoadUnsafe(ref re, mirror), reversed);
            Vector128<float> mIm = Vector128.Shuffle(Vector128.LoadUnsafe(ref im, mirror), reversed);
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

    private void TransformHalf()
    {
        int n = _half, stride = 1;
        foreach (float[] twiddles in _twiddles)
        {
            if (stride >= Vector<float>.Count)
            {
                WideStage(n, stride, twiddles);
            }
            else if (stride == 1 && n >= 16 && Sse.IsSupported)
            {
                FirstStage(n);
            }
            else if (stride == 4)
            {
                FourWideStage(n, twiddles);
            }
            else
            {
                ScalarStage(n, stride, twiddles);
            }

            (_re, _re2, _im, _im2) = (_re2, _re, _im2, _im);
            n /= 4;
            stride *= 4;
        }

        if (n == 2)
        {
            for (int q = 0; q < stride; q++)
            {
                _re2[q] = _re[q] + _re[q + stride];
                _im2[q] = _im[q] + _im[q + stride];
                _re2[q + stride] = _re[q] - _re[q + stride];
                _im2[q + stride] = _im[q] - _im[q + stride];
            }

            (_re, _re2, _im, _im2) = (_re2, _re, _im2, _im);
        }
    }

    // The first stage has no contiguous inner loop: four butterflies side by side, then a 4 x 4 transposition.
    private void FirstStage(int n)
    {
        int quarter = n / 4;
        float[] w = _firstTwiddles;
        ref float xr = ref MemoryMarshal.GetArrayDataReference(_re);
        ref float xi = ref MemoryMarshal.GetArrayDataReference(_im);
        for (int p = 0; p < quarter; p += 4)
        {
            nuint a = (nuint)p, step = (nuint)quarter;
            Vector128<float> aR = Vector128.LoadUnsafe(ref xr, a), aI = Vector128.LoadUnsafe(ref xi, a);
            Vector128<float> bR = Vector128.LoadUnsafe(ref xr, a + step), bI = Vector128.LoadUnsafe(ref xi, a + step);
            Vector128<float> cR = Vector128.LoadUnsafe(ref xr, a + (2 * step)), cI = Vector128.LoadUnsafe(ref xi, a + (2 * step));
            Vector128<float> dR = Vector128.LoadUnsafe(ref xr, a + (3 * step)), dI = Vector128.LoadUnsafe(ref xi, a + (3 * step));
            Vector128<float> apcR = aR + cR, apcI = aI + cI, amcR = aR - cR, amcI = aI - cI;
            Vector128<float> bpdR = bR + dR, bpdI = bI + dI, jR = dI - bI, jI = bR - dR;
            Vector128<float> r1 = amcR - jR, i1 = amcI - jI, r2 = apcR - bpdR, i2 = apcI - bpdI, r3 = amcR + jR, i3 = amcI + jI;
            Vector128<float> w1r = Vector128.Create(w, p), w1i = Vector128.Create(w, p + quarter);
            Vector128<float> w2r = Vector128.Create(w, p + (2 * quarter)), w2i = Vector128.Create(w, p + (3 * quarter));
            Vector128<float> w3r = Vector128.Create(w, p + (4 * quarter)), w3i = Vector128.Create(w, p + (5 * quarter));
            StoreTransposed(
                _re2, 4 * p, apcR + bpdR, (w1r * r1) - (w1i * i1), (w2r * r2) - (w2i * i2), (w3r * r3) - (w3i * i3));
            StoreTransposed(
                _im2, 4 * p, apcI + bpdI, (w1r * i1) + (w1i * r1), (w2r * i2) + (w2i * r2), (w3r * i3) + (w3i * r3));
        }
    }

    private static void StoreTransposed(
        float[] to, int at, Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d)
    {
        Vector128<float> abLow = Sse.UnpackLow(a, b), abHigh = Sse.UnpackHigh(a, b);
        Vector128<float> cdLow = Sse.UnpackLow(c, d), cdHigh = Sse.UnpackHigh(c, d);
        Sse.MoveLowToHigh(abLow, cdLow).CopyTo(to, at);
        Sse.MoveHighToLow(cdLow, abLow).CopyTo(to, at + 4);
        Sse.MoveLowToHigh(abHigh, cdHigh).CopyTo(to, at + 8);
        Sse.MoveHighToLow(cdHigh, abHigh).CopyTo(to, at + 12);
    }

    private void ScalarStage(int n, int stride, float[] twiddles)
    {
        int quarter = n / 4 * stride;
        float[] xr = _re, xi = _im, yr = _re2, yi = _im2;
        for (int p = 0; p < n / 4; p++)
        {
            float w1r = twiddles[6 * p], w1i = twiddles[(6 * p) + 1], w2r = twiddles[(6 * p) + 2];
            float w2i = twiddles[(6 * p) + 3], w3r = twiddles[(6 * p) + 4], w3i = twiddles[(6 * p) + 5];
            for (int q = 0; q < stride; q++)
            {
                int a = q + (stride * p), y = q + (4 * stride * p);
                float apcR = xr[a] + xr[a + (2 * quarter)], apcI = xi[a] + xi[a + (2 * quarter)];
                float amcR = xr[a] - xr[a + (2 * quarter)], amcI = xi[a] - xi[a + (2 * quarter)];
                float bpdR = xr[a + quarter] + xr[a + (3 * quarter)], bpdI = xi[a + quarter] + xi[a + (3 * quarter)];
                float jR = xi[a + (3 * quarter)] - xi[a + quarter], jI = xr[a + quarter] - xr[a + (3 * quarter)];
                yr[y] = apcR + bpdR;
                yi[y] = apcI + bpdI;
                float r = amcR - jR, i = amcI - jI;
                yr[y + stride] = (w1r * r) - (w1i * i);
                yi[y + stride] = (w1r * i) + (w1i * r);
                r = apcR - bpdR;
                i = apcI - bpdI;
                yr[y + (2 * stride)] = (w2r * r) - (w2i * i);
                yi[y + (2 * stride)] = (w2r * i) + (w2i * r);
                r = amcR + jR;
                i = amcI + jI;
                yr[y + (3 * stride)] = (w3r * r) - (w3i * i);
                yi[y + (3 * stride)] = (w3r * i) + (w3i * r);
            }
        }
    }

    private void FourWideStage(int n, float[] twiddles)
    {
        const int stride = 4;
        nuint quarter = (nuint)(n / 4 * stride);
        ref float xr = ref MemoryMarshal.GetArrayDataReference(_re);
        ref float xi = ref MemoryMarshal.GetArrayDataReference(_im);
        ref float yr = ref MemoryMarshal.GetArrayDataReference(_re2);
        ref float yi = ref MemoryMarshal.GetArrayDataReference(_im2);
        for (int p = 0; p < n / 4; p++)
        {
            float w1r = twiddles[6 * p], w1i = twiddles[(6 * p) + 1], w2r = twiddles[(6 * p) + 2];
            float w2i = twiddles[(6 * p) + 3], w3r = twiddles[(6 * p) + 4], w3i = twiddles[(6 * p) + 5];
            nuint x = (nuint)(stride * p), y = 4 * x;
            Vector128<float> aR = Vector128.LoadUnsafe(ref xr, x), aI = Vector128.LoadUnsafe(ref xi, x);
            Vector128<float> bR = Vector128.LoadUnsafe(ref xr, x + quarter), bI = Vector128.LoadUnsafe(ref xi, x + quarter);
            Vector128<float> cR = Vector128.LoadUnsafe(ref xr, x + (2 * quarter));
            Vector128<float> cI = Vector128.LoadUnsafe(ref xi, x + (2 * quarter));
            Vector128<float> dR = Vector128.LoadUnsafe(ref xr, x + (3 * quarter));
            Vector128<float> dI = Vector128.LoadUnsafe(ref xi, x + (3 * quarter));
            Vector128<float> apcR = aR + cR, apcI = aI + cI, amcR = aR - cR, amcI = aI - cI;
            Vector128<float> bpdR = bR + dR, bpdI = bI + dI, jR = dI - bI, jI = bR - dR;
            (apcR + bpdR).StoreUnsafe(ref yr, y);
            (apcI + bpdI).StoreUnsafe(ref yi, y);
            Vector128<float> r = amcR - jR, i = amcI - jI;
            ((r * w1r) - (i * w1i)).StoreUnsafe(ref yr, y + stride);
            ((i * w1r) + (r * w1i)).StoreUnsafe(ref yi, y + stride);
            r = apcR - bpdR;
            i = apcI - bpdI;
            ((r * w2r) - (i * w2i)).StoreUnsafe(ref yr, y + (2 * stride));
            ((i * w2r) + (r * w2i)).StoreUnsafe(ref yi, y + (2 * stride));
            r = amcR + jR;
            i = amcI + jI;
            ((r * w3r) - (i * w3i)).StoreUnsafe(ref yr, y + (3 * stride));
            ((i * w3r) + (r * w3i)).StoreUnsafe(ref yi, y + (3 * stride));
        }
    }

    private void WideStage(int n, int stride, float[] twiddles)
    {
        nuint quarter = (nuint)(n / 4 * stride), step = (nuint)stride;
        ref float xr = ref MemoryMarshal.GetArrayDataReference(_re);
        ref float xi = ref MemoryMarshal.GetArrayDataReference(_im);
        ref float yr = ref MemoryMarshal.GetArrayDataReference(_re2);
        ref float yi = ref MemoryMarshal.GetArrayDataReference(_im2);
        for (int p = 0; p < n / 4; p++)
        {
            float w1r = twiddles[6 * p], w1i = twiddles[(6 * p) + 1], w2r = twiddles[(6 * p) + 2];
            float w2i = twiddles[(6 * p) + 3], w3r = twiddles[(6 * p) + 4], w3i = twiddles[(6 * p) + 5];
            for (nuint q = 0; q < step; q += (nuint)Vector<float>.Count)
            {
                nuint x = q + (step * (nuint)p), y = q + (4 * step * (nuint)p);
                Vector<float> aR = Vector.LoadUnsafe(ref xr, x), aI = Vector.LoadUnsafe(ref xi, x);
                Vector<float> bR = Vector.LoadUnsafe(ref xr, x + quarter), bI = Vector.LoadUnsafe(ref xi, x + quarter);
                Vector<float> cR = Vector.LoadUnsafe(ref xr, x + (2 * quarter)), cI = Vector.LoadUnsafe(ref xi, x + (2 * quarter));
                Vector<float> dR = Vector.LoadUnsafe(ref xr, x + (3 * quarter)), dI = Vector.LoadUnsafe(ref xi, x + (3 * quarter));
                Vector<float> apcR = aR + cR, apcI = aI + cI, amcR = aR - cR, amcI = aI - cI;
                Vector<float> bpdR = bR + dR, bpdI = bI + dI, jR = dI - bI, jI = bR - dR;
                (apcR + bpdR).StoreUnsafe(ref yr, y);
                (apcI + bpdI).StoreUnsafe(ref yi, y);
                Vector<float> r = amcR - jR, i = amcI - jI;
                ((r * w1r) - (i * w1i)).StoreUnsafe(ref yr, y + step);
                ((i * w1r) + (r * w1i)).StoreUnsafe(ref yi, y + step);
                r = apcR - bpdR;
                i = apcI - bpdI;
                ((r * w2r) - (i * w2i)).StoreUnsafe(ref yr, y + (2 * step));
                ((i * w2r) + (r * w2i)).StoreUnsafe(ref yi, y + (2 * step));
                r = amcR + jR;
                i = amcI + jI;
                ((r * w3r) - (i * w3i)).StoreUnsafe(ref yr, y + (3 * step));
                ((i * w3r) + (r * w3i)).StoreUnsafe(ref yi, y + (3 * step));
            }
        }
    }
}
