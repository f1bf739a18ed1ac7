namespace GrooveGuru.Core.Advice.Signs;

/// <summary>What the signs count with: decibels, percentiles, spread, and how far two rows of levels go together.</summary>
internal static class LevelStatistics
{
    private const double LeastPower = 1e-16;

    /// <summary>Decibels of a power; −160 dB at least.</summary>
    internal static double Db(double power) => 10 * Math.Log10(Math.Max(power, LeastPower));

    /// <summary>Decibels of an amplitude; −160 dB at least.</summary>
    internal static double AmplitudeDb(double amplitude) => Db(amplitude * amplitude);

    /// <summary>The nearest rank's value; 0 of nothing.</summary>
    /// <param name="sorted">Values, lowest first.</param>
    /// <param name="share">0 for the lowest … 1 for the highest.</param>
    internal static double Percentile(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : sorted[(int)Math.Round(Math.Clamp(share, 0, 1) * (sorted.Length - 1))];

    /// <summary>Standard deviation of the population; 0 of nothing.</summary>
    internal static double Deviation(double[] values)
    {
        if (values.Length == 0)
        {
            return 0;
        }

        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    /// <summary>Pearson's correlation, −1…1; 0 where one of them does not move.</summary>
    /// <param name="first">Values.</param>
    /// <param name="second">As many.</param>
    internal static double Correlation(double[] first, double[] second)
    {
        if (first.Length == 0)
        {
            return 0;
        }

        (double firstMean, double secondMean) = (first.Average(), second.Average());
        (double both, double firstPower, double secondPower) = (0, 0, 0);
        for (int i = 0; i < first.Length; i++)
        {
            (double a, double b) = (first[i] - firstMean, second[i] - secondMean);
            both += a * b;
            firstPower += a * a;
            secondPower += b * b;
        }

        return firstPower > 0 && secondPower > 0 ? both / Math.Sqrt(firstPower * secondPower) : 0;
    }
}
