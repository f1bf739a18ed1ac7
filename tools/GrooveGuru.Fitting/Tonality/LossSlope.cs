namespace GrooveGuru.Fitting.Tonality;

/// <summary>First and second derivatives of the log loss of choices.</summary>
/// <param name="count">Weights.</param>
internal sealed class LossSlope(int count)
{
    private readonly double[] _signs = new double[count];
    private readonly double[] _mean = new double[count];

    /// <summary>First derivatives [weights].</summary>
    public double[] Slope { get; } = new double[count];

    /// <summary>Second derivatives [weights, weights]; only where the second index is not above the first.</summary>
    public double[,] Curvature { get; } = new double[count, count];

    /// <summary>Adds a choice.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="rates">Probabilities of its candidates.</param>
    /// <param name="negligible">Candidates less likely than this are passed over, unless they are right.</param>
    public void Add(Choice choice, double[] rates, double negligible)
    {
        Array.Clear(_mean);
        for (int candidate = 0; candidate < rates.Length; candidate++)
        {
            if (rates[candidate] < negligible && candidate != choice.Right)
            {
                continue;
            }

            (int offset, int length) = choice.Describe(candidate, _signs);
            double error = choice.Weight * (rates[candidate] - (candidate == choice.Right ? 1 : 0));
            for (int i = 0; i < length; i++)
            {
                Slope[offset + i] += error * _signs[i];
                _mean[offset + i] += rates[candidate] * _signs[i];
                double pull = choice.Weight * rates[candidate] * _signs[i];
                for (int j = 0; j <= i && pull != 0; j++)
                {
                    Curvature[offset + i, offset + j] += pull * _signs[j];
                }
            }
        }

        for (int i = 0; i < count; i++)
        {
            double pull = choice.Weight * _mean[i];
            for (int j = 0; j <= i && pull != 0; j++)
            {
                Curvature[i, j] -= pull * _mean[j];
            }
        }
    }

    /// <summary>Adds another sum.</summary>
    public void Add(LossSlope other)
    {
        for (int i = 0; i < count; i++)
        {
            Slope[i] += other.Slope[i];
            for (int j = 0; j <= i; j++)
            {
                Curvature[i, j] += other.Curvature[i, j];
            }
        }
    }
}
