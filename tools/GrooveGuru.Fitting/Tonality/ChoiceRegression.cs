namespace GrooveGuru.Fitting.Tonality;

/// <summary>Conditional logistic regression by Newton's method.</summary>
/// <remarks>
/// The loss is convex, so that a few steps end at its one minimum; D. McFadden, "Conditional logit analysis of qualitative choice
/// behavior", 1974. Sums run in a fixed order: the same choices give the same weights.
/// </remarks>
internal static class ChoiceRegression
{
    private const int MaxSteps = 20;
    private const double Precision = 1e-4;

    // A step further than this leads away where probabilities are still far from right.
    private const double LongestStep = 8;
    private const double Negligible = 1e-7;

    // Parts whose sums are made side by side; their number is fixed, so that the sums do not depend on the machine.
    private const int Parts = 8;

    /// <summary>Fits the weights.</summary>
    /// <param name="choices">What to learn from.</param>
    /// <param name="ridge">Price of the squared distance of each weight from where it starts [weights], above 0.</param>
    /// <param name="start">Where the weights start [weights].</param>
    public static double[] Fit(IReadOnlyList<Choice> choices, double[] ridge, double[] start)
    {
        double[] weights = [.. start];
        for (int step = 0; step < MaxSteps; step++)
        {
            (double[] slope, double[,] curvature) = Sum(choices, weights);
            for (int i = 0; i < weights.Length; i++)
            {
                slope[i] += ridge[i] * (weights[i] - start[i]);
                curvature[i, i] += ridge[i];
            }

            double[] move = SymmetricSystem.Solve(curvature, slope);
            double longest = move.Max(Math.Abs), share = Math.Min(1, LongestStep / longest);
            for (int i = 0; i < weights.Length; i++)
            {
                weights[i] -= share * move[i];
            }

            if (longest < Precision)
            {
                break;
            }
        }

        return weights;
    }

    /// <summary>Probabilities of the candidates.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="weights">The weights.</param>
    /// <returns>As many as there are candidates, sum 1.</returns>
    public static double[] Rate(Choice choice, double[] weights)
    {
        var rates = new double[choice.CandidateCount];
        var signs = new double[weights.Length];
        for (int candidate = 0; candidate < rates.Length; candidate++)
        {
            (int offset, int length) = choice.Describe(candidate, signs);
            for (int i = 0; i < length; i++)
            {
                rates[candidate] += weights[offset + i] * signs[i];
            }
        }

        double most = rates.Max(), sum = rates.Sum(rate => Math.Exp(rate - most));
        return Array.ConvertAll(rates, rate => Math.Exp(rate - most) / sum);
    }

    private static (double[] Slope, double[,] Curvature) Sum(IReadOnlyList<Choice> choices, double[] weights)
    {
        int count = weights.Length;
        var parts = new LossSlope[Parts];
        Parallel.For(0, Parts, part =>
        {
            parts[part] = new LossSlope(count);
            for (int index = part; index < choices.Count; index += Parts)
            {
                parts[part].Add(choices[index], Rate(choices[index], weights), Negligible);
            }
        });
        for (int part = 1; part < Parts; part++)
        {
            parts[0].Add(parts[part]);
        }

        return (parts[0].Slope, parts[0].Curvature);
    }
}
