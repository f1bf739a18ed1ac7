using System.Numerics;

namespace GrooveGuru.Core.Mixing;

/// <summary>
/// The square of an analogue frequency as a quotient of polynomials in φ, the square of the sine of half the digital one: what
/// the bilinear transform does with φ/(1 − φ), but true to the frequency up to 0.454 of the sample rate.
/// </summary>
/// <param name="Numerator">Coefficients of φ, φ² …</param>
/// <param name="Denominator">Coefficients of φ, φ² …; that of 1 is 1.</param>
/// <remarks>
/// Minimax approximations of arcsin²√φ for φ from 0 to 0.98 by exchange of nodes; the relative error of two terms is 3.3e-3, of
/// three 1.8e-4.
/// </remarks>
internal sealed record FrequencyMap(double[] Numerator, double[] Denominator)
{
    /// <summary>The highest frequency over the sample rate that the maps are true at.</summary>
    internal const double Top = 0.4535;

    /// <summary>Maps from the shorter to the longer; one of n terms makes n sections of a band.</summary>
    internal static IReadOnlyList<FrequencyMap> All { get; } =
    [
        new([0.9967147025451788, -0.8508237723152814], [-1.2177918179078688, 0.28309658098784457]),
        new(
            [0.9998284864497899, -1.5826111866547303, 0.5982658847214622],
            [-1.9195407983527155, 1.0742482713733181, -0.1480074688738955]),
    ];

    /// <summary>The square of half the angular frequency per sample, as the map has it.</summary>
    /// <param name="cyclesPerSample">Frequency over sample rate, 0 … 0.5.</param>
    internal double Value(double cyclesPerSample)
    {
        double phi = Math.Pow(Math.Sin(Math.PI * cyclesPerSample), 2);
        double power = phi;
        double numerator = 0;
        double denominator = 1;
        for (int term = 0; term < Numerator.Length; term++)
        {
            numerator += Numerator[term] * power;
            denominator += Denominator[term] * power;
            power *= phi;
        }

        return numerator / denominator;
    }

    /// <summary>The points of the z plane, inside the unit circle, where the map takes a value.</summary>
    /// <param name="value">The value; not one that the map takes on the unit circle.</param>
    internal Complex[] PointsAt(Complex value)
    {
        var polynomial = new Complex[Numerator.Length + 1];
        polynomial[0] = -value;
        for (int term = 0; term < Numerator.Length; term++)
        {
            polynomial[term + 1] = Numerator[term] - (value * Denominator[term]);
        }

        return Array.ConvertAll(Roots(polynomial), InsideTheCircle);
    }

    // φ = (2 - z - 1/z)/4 has two solutions, one the other's inverse; the larger one is free of cancellation.
    private static Complex InsideTheCircle(Complex phi)
    {
        Complex root = 2 * Complex.Sqrt((phi * phi) - phi);
        Complex one = 1 - (2 * phi) + root;
        Complex other = 1 - (2 * phi) - root;
        return 1 / (one.Magnitude > other.Magnitude ? one : other);
    }

    // Durand and Kerner: all roots at once.
    private static Complex[] Roots(Complex[] polynomial)
    {
        int degree = polynomial.Length - 1;
        var roots = new Complex[degree];
        for (int i = 0; i < degree; i++)
        {
            roots[i] = Complex.Pow(new Complex(0.4, 0.9), i);
        }

        for (int round = 0; round < 200; round++)
        {
            double moved = 0;
            for (int i = 0; i < degree; i++)
            {
                Complex value = polynomial[degree];
                Complex others = polynomial[degree];
                for (int j = 0; j < degree; j++)
                {
                    value = (value * roots[i]) + polynomial[degree - 1 - j];
                    others *= i == j ? 1 : roots[i] - roots[j];
                }

                Complex step = value / others;
                roots[i] -= step;
                moved = Math.Max(moved, step.Magnitude / (roots[i].Magnitude + 1e-300));
            }

            if (moved < 1e-15)
            {
                break;
            }
        }

        return roots;
    }
}
