using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GrooveGuru.Core.Dsp;

/// <content>The radix-4 stages: one scalar reference, and vectors of the width that a stage's stride allows.</content>
public sealed partial class RealFft
{
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
            LastPair(stride);
            (_re, _re2, _im, _im2) = (_re2, _re, _im2, _im);
        }
    }

    // What is left where half the size is no power of four: one butterfly for each, without a twiddle.
    private void LastPair(int stride)
    {
        ReadOnlySpan<float> firstRe = _re.AsSpan(0, stride), secondRe = _re.AsSpan(stride, stride);
        ReadOnlySpan<float> firstIm = _im.AsSpan(0, stride), secondIm = _im.AsSpan(stride, stride);
        TensorPrimitives.Add(firstRe, secondRe, _re2.AsSpan(0, stride));
        TensorPrimitives.Add(firstIm, secondIm, _im2.AsSpan(0, stride));
        TensorPrimitives.Subtract(firstRe, secondRe, _re2.AsSpan(stride, stride));
        TensorPrimitives.Subtract(firstIm, secondIm, _im2.AsSpan(stride, stride));
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
