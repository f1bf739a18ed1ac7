namespace GrooveGuru.Core.Tonality;

/// <summary>The probability of each key, from the pitch classes of the whole piece, how it opens, closes and moves.</summary>
/// <remarks>
/// A conditional logistic regression over the 24 keys with 33 weights, the same for every tonic (L2 0.1), trained on 294 tunes and
/// 212 chorales rendered with three sound fonts, none of them in the shared set. Five-fold cross-validation there: exact 0.957,
/// MIREX 0.964. The profiles play the part of those of Krumhansl; relative keys, which share their notes, are told apart by the rest.
/// </remarks>
internal static class KeyModel
{
    private const double MinorBias = 0.07;

    // Shares of the scale degrees, from the tonic up.
    private static readonly double[] MajorProfile = [7.0, -2.5, 13.4, -32.1, 20.3, 1.6, -21.4, 36.1, -15.9, 5.9, -31.9, 10.2];
    private static readonly double[] MinorProfile = [28.1, -59.4, 23.1, 1.9, 4.6, 3.0, -17.4, 26.3, 9.8, -32.3, 20.5, -3.6];

    /// <summary>Rates the keys.</summary>
    /// <param name="evidence">What was heard.</param>
    /// <returns>Probability of each key [24], sum 1: major from C, then minor from C.</returns>
    public static double[] Rate(KeyEvidence evidence)
    {
        var rates = new double[24];
        for (int tonic = 0; tonic < 12; tonic++)
        {
            rates[tonic] = Profile(evidence.Chroma, MajorProfile, tonic)
                + (5.14 * evidence.OpeningMajor[tonic])
                + (1.34 * evidence.ClosingMajor[tonic])
                + (7.16 * evidence.CadencesToMajor[tonic])
                + (4.50 * evidence.OpeningBass[tonic]);
            rates[12 + tonic] = MinorBias
                + Profile(evidence.Chroma, MinorProfile, tonic)
                + (3.75 * evidence.OpeningMinor[tonic])
                + (0.59 * evidence.ClosingMinor[tonic])
                + (6.76 * evidence.CadencesToMinor[tonic])
                + (-0.34 * evidence.OpeningBass[tonic]);
        }

        double most = rates.Max();
        double sum = rates.Sum(rate => Math.Exp(rate - most));
        return Array.ConvertAll(rates, rate => Math.Exp(rate - most) / sum);
    }

    private static double Profile(double[] chroma, double[] profile, int tonic)
    {
        double sum = 0;
        for (int degree = 0; degree < 12; degree++)
        {
            sum += profile[degree] * chroma[(tonic + degree) % 12];
        }

        return sum;
    }
}
