namespace GrooveGuru.Core.Mixing;

/// <summary>
/// The power response of a bell's or shelf's analogue model: a quotient of two quadratics in x, the square of the frequency over
/// the band's own.
/// </summary>
/// <param name="Numerator">Coefficients [3] of 1, x and x².</param>
/// <param name="Denominator">Coefficients [3] of 1, x and x².</param>
/// <remarks>The prototypes of R. Bristow-Johnson's Cookbook, before any transform to samples.</remarks>
internal sealed record AnalogueBand(double[] Numerator, double[] Denominator)
{
    /// <summary>The model of a band with gain.</summary>
    /// <exception cref="ArgumentException">The band is a pass.</exception>
    internal static AnalogueBand For(EqBand band)
    {
        double a = Math.Pow(10, band.GainDb / 40);
        double q2 = band.Q * band.Q;
        double[] plain = [1, (a / q2) - (2 * a), a * a];
        double[] lifted = [a * a, (a / q2) - (2 * a), 1];
        return band.Kind switch
        {
            EqBandKind.Bell => new([1, (a * a / q2) - 2, 1], [1, (1 / (a * a * q2)) - 2, 1]),
            EqBandKind.LowShelf => new([.. lifted.Select(value => a * a * value)], plain),
            EqBandKind.HighShelf => new([.. plain.Select(value => a * a * value)], lifted),
            _ => throw new ArgumentException("A pass has no gain.", nameof(band)),
        };
    }

    /// <summary>Gain at a frequency, dB.</summary>
    /// <param name="x">The square of the frequency over the band's own, 0 or more.</param>
    internal double MagnitudeDb(double x) => 10 * Math.Log10(Value(Numerator, x) / Value(Denominator, x));

    private static double Value(double[] polynomial, double x) => polynomial[0] + (x * (polynomial[1] + (x * polynomial[2])));
}
