namespace GrooveGuru.Core.Mixing;

/// <summary>Designs elliptic half-band low passes as two branches of first-order all-passes.</summary>
/// <remarks>
/// Valenzuela and Constantinides 1983, "Digital signal processing schemes for efficient interpolation and decimation", IEE
/// Proceedings 130(6). Zeros on the unit circle, poles inside it: minimum phase, so the group delay is a few samples at most.
/// </remarks>
internal static class HalfBandDesign
{
    /// <summary>The coefficients of the all-passes.</summary>
    /// <param name="sectionCount">All-passes of both branches together, 1 or more.</param>
    /// <param name="transition">
    /// Half the transition band over the (higher) sample rate, above 0, below 0.25: the pass band ends at 0.25 less this.
    /// </param>
    /// <returns>Coefficients [section] of (c + z⁻²)/(1 + c z⁻²), rising; even indices belong to one branch, odd ones to the other.</returns>
    internal static double[] Coefficients(int sectionCount, double transition)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sectionCount, 1);
        double tan = Math.Tan((1 - (4 * transition)) * Math.PI / 4);
        double modulus = tan * tan;
        double root = Math.Pow(1 - (modulus * modulus), 0.25);
        double e = 0.5 * (1 - root) / (1 + root);
        double nome = e + (2 * Math.Pow(e, 5)) + (15 * Math.Pow(e, 9)) + (150 * Math.Pow(e, 13));
        int order = (2 * sectionCount) + 1;
        var coefficients = new double[sectionCount];
        for (int section = 0; section < sectionCount; section++)
        {
            double angle = (section + 1) * Math.PI / order;
            double numerator = 0;
            double denominator = 0.5;
            for (int term = 0; term < 12; term++)
            {
                double sign = term % 2 == 0 ? 1 : -1;
                numerator += sign * Math.Pow(nome, term * (term + 1)) * Math.Sin(((2 * term) + 1) * angle);
                if (term > 0)
                {
                    denominator += sign * Math.Pow(nome, term * term) * Math.Cos(2 * term * angle);
                }
            }

            double ratio = Math.Pow(nome, 0.25) * numerator / denominator;
            double square = ratio * ratio;
            double pole = Math.Sqrt((1 - (square * modulus)) * (1 - (square / modulus))) / (1 + square);
            coefficients[section] = (1 - pole) / (1 + pole);
        }

        return coefficients;
    }
}
