using System.Numerics;

namespace GrooveGuru.Core.Dsp;

/// <summary>A second-order section, normalised so that a0 is 1: y = b0 x + b1 x' + b2 x'' - a1 y' - a2 y''.</summary>
/// <param name="B0">Feed-forward, undelayed.</param>
/// <param name="B1">Feed-forward, one sample.</param>
/// <param name="B2">Feed-forward, two samples.</param>
/// <param name="A1">Feedback, one sample.</param>
/// <param name="A2">Feedback, two samples.</param>
/// <remarks>Designs: R. Bristow-Johnson, Cookbook formulae for audio EQ biquad filter coefficients.</remarks>
public readonly record struct BiquadCoefficients(double B0, double B1, double B2, double A1, double A2)
{
    /// <summary>The section that changes nothing.</summary>
    public static BiquadCoefficients Identity { get; } = new(1, 0, 0, 0, 0);

    /// <summary>A bell (peaking) filter.</summary>
    /// <param name="frequencyHz">Centre, Hz; kept below half the sample rate.</param>
    /// <param name="q">Quality factor, positive.</param>
    /// <param name="gainDb">Gain at the centre, dB; 0 gives a flat response.</param>
    /// <param name="sampleRateHz">Sample rate, Hz.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or not positive where it must be.</exception>
    public static BiquadCoefficients Bell(double frequencyHz, double q, double gainDb, double sampleRateHz)
    {
        (double cos, double alpha, double a) = Prepare(frequencyHz, q, gainDb, sampleRateHz);
        return Normalized(1 + (alpha * a), -2 * cos, 1 - (alpha * a), 1 + (alpha / a), -2 * cos, 1 - (alpha / a));
    }

    /// <summary>A low shelf: gain below the frequency, none above.</summary>
    /// <param name="frequencyHz">Midpoint of the slope, Hz; kept below half the sample rate.</param>
    /// <param name="q">Quality factor, positive; 0.707 has no overshoot.</param>
    /// <param name="gainDb">Gain of the shelf, dB.</param>
    /// <param name="sampleRateHz">Sample rate, Hz.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or not positive where it must be.</exception>
    public static BiquadCoefficients LowShelf(double frequencyHz, double q, double gainDb, double sampleRateHz)
    {
        (double cos, double alpha, double a) = Prepare(frequencyHz, q, gainDb, sampleRateHz);
        double root = 2 * Math.Sqrt(a) * alpha;
        return Normalized(
            a * (a + 1 - ((a - 1) * cos) + root),
            2 * a * (a - 1 - ((a + 1) * cos)),
            a * (a + 1 - ((a - 1) * cos) - root),
            a + 1 + ((a - 1) * cos) + root,
            -2 * (a - 1 + ((a + 1) * cos)),
            a + 1 + ((a - 1) * cos) - root);
    }

    /// <summary>A high shelf: gain above the frequency, none below.</summary>
    /// <param name="frequencyHz">Midpoint of the slope, Hz; kept below half the sample rate.</param>
    /// <param name="q">Quality factor, positive; 0.707 has no overshoot.</param>
    /// <param name="gainDb">Gain of the shelf, dB.</param>
    /// <param name="sampleRateHz">Sample rate, Hz.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or not positive where it must be.</exception>
    public static BiquadCoefficients HighShelf(double frequencyHz, double q, double gainDb, double sampleRateHz)
    {
        (double cos, double alpha, double a) = Prepare(frequencyHz, q, gainDb, sampleRateHz);
        double root = 2 * Math.Sqrt(a) * alpha;
        return Normalized(
            a * (a + 1 + ((a - 1) * cos) + root),
            -2 * a * (a - 1 + ((a + 1) * cos)),
            a * (a + 1 + ((a - 1) * cos) - root),
            a + 1 - ((a - 1) * cos) + root,
            2 * (a - 1 - ((a + 1) * cos)),
            a + 1 - ((a - 1) * cos) - root);
    }

    /// <summary>A second-order high pass, 12 dB per octave.</summary>
    /// <param name="frequencyHz">Corner, Hz; -3 dB there at a Q of 0.707; kept below half the sample rate.</param>
    /// <param name="q">Quality factor, positive.</param>
    /// <param name="sampleRateHz">Sample rate, Hz.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite and positive.</exception>
    public static BiquadCoefficients HighPass(double frequencyHz, double q, double sampleRateHz)
    {
        (double cos, double alpha, _) = Prepare(frequencyHz, q, 0, sampleRateHz);
        return Normalized((1 + cos) / 2, -(1 + cos), (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    /// <summary>A second-order low pass, 12 dB per octave.</summary>
    /// <param name="frequencyHz">Corner, Hz; -3 dB there at a Q of 0.707; kept below half the sample rate.</param>
    /// <param name="q">Quality factor, positive.</param>
    /// <param name="sampleRateHz">Sample rate, Hz.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite and positive.</exception>
    public static BiquadCoefficients LowPass(double frequencyHz, double q, double sampleRateHz)
    {
        (double cos, double alpha, _) = Prepare(frequencyHz, q, 0, sampleRateHz);
        return Normalized((1 - cos) / 2, 1 - cos, (1 - cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    /// <summary>Gain at one frequency.</summary>
    /// <param name="frequencyHz">Frequency, Hz.</param>
    /// <param name="sampleRateHz">Sample rate, Hz.</param>
    /// <returns>dB; negative infinity at a zero of the response.</returns>
    public double MagnitudeDb(double frequencyHz, double sampleRateHz)
    {
        Complex z = Complex.FromPolarCoordinates(1, -2 * Math.PI * frequencyHz / sampleRateHz);
        Complex response = (B0 + (z * (B1 + (z * B2)))) / (1 + (z * (A1 + (z * A2))));
        return 20 * Math.Log10(response.Magnitude);
    }

    /// <summary>A section from coefficients that are not yet normalised.</summary>
    internal static BiquadCoefficients Normalized(double b0, double b1, double b2, double a0, double a1, double a2) =>
        new(b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);

    private static (double Cos, double Alpha, double A) Prepare(double frequencyHz, double q, double gainDb, double sampleRateHz)
    {
        ThrowUnlessPositive(frequencyHz, nameof(frequencyHz));
        ThrowUnlessPositive(q, nameof(q));
        ThrowUnlessPositive(sampleRateHz, nameof(sampleRateHz));
        if (!double.IsFinite(gainDb))
        {
            throw new ArgumentOutOfRangeException(nameof(gainDb), gainDb, "The gain must be finite.");
        }

        // At and above the Nyquist frequency the formulae turn unstable.
        double omega = 2 * Math.PI * Math.Min(frequencyHz / sampleRateHz, 0.499);
        return (Math.Cos(omega), Math.Sin(omega) / (2 * q), Math.Pow(10, gainDb / 40));
    }

    private static void ThrowUnlessPositive(double value, string name)
    {
        if (!double.IsFinite(value) || value <= 0)
        {
            throw new ArgumentOutOfRangeException(name, value, "The value must be finite and positive.");
        }
    }
}
