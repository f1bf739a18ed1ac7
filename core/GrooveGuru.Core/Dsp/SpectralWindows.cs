namespace GrooveGuru.Core.Dsp;

/// <summary>Window functions.</summary>
public static class SpectralWindows
{
    /// <summary>The periodic Hann window: 0 at the first sample, 1 in the middle.</summary>
    /// <param name="length">Samples, 1 or more.</param>
    public static float[] Hann(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var window = new float[length];
        for (int i = 0; i < length; i++)
        {
            window[i] = (float)(0.5 - (0.5 * Math.Cos(2 * Math.PI * i / length)));
        }

        return window;
    }

    /// <summary>The Kaiser window at one place.</summary>
    /// <param name="position">Place from -1 (left end) over 0 (middle) to 1 (right end); 0 comes back outside.</param>
    /// <param name="beta">Shape; larger is wider and lower in the side lobes.</param>
    /// <remarks>J. F. Kaiser, Proc. IEEE ISCAS 1974.</remarks>
    public static double Kaiser(double position, double beta) =>
        Math.Abs(position) > 1 ? 0 : BesselI0(beta * Math.Sqrt(1 - (position * position))) / BesselI0(beta);

    private static double BesselI0(double x)
    {
        double sum = 1, term = 1;
        for (int k = 1; term > sum * 1e-17; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }

        return sum;
    }
}
