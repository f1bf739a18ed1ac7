using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>Mean and variance of a normal distribution of which only the part above a bound is left.</summary>
internal sealed class DeclipperTail
{
    private const int StepsPerUnit = 256;
    private const int LargestTabled = 8;
    private const double DensityAtZero = 0.3989422804014327;

    // Mills' ratio, tail over density, by Simpson's rule.
    private readonly double[] _ratios = new double[(LargestTabled * StepsPerUnit) + 2];

    /// <summary>The one table: millions of steps to make, and nothing in it changes.</summary>
    internal static DeclipperTail Shared { get; } = new();

    private DeclipperTail()
    {
        const int Intervals = 2000;
        const double Step = 0.005;
        for (int i = 0; i < _ratios.Length; i++)
        {
            double at = (double)i / StepsPerUnit;
            double sum = 0;
            for (int k = 0; k <= Intervals; k++)
            {
                double x = k * Step;
                int weight = k is 0 or Intervals ? 1 : k % 2 == 1 ? 4 : 2;
                sum += weight * Math.Exp(-(at * x) - (x * x / 2));
            }

            _ratios[i] = sum * Step / 3;
        }
    }

    /// <summary>By how many standard deviations the mean rises when what lies under the bound is cut away.</summary>
    /// <param name="margin">Mean less bound, standard deviations.</param>
    /// <returns>Above 0; 0 far over the bound. The variance is left times 1 − rise · (rise + margin).</returns>
    [RealtimeSafe]
    internal double Rise(double margin)
    {
        if (margin <= 0)
        {
            return 1 / Mills(-margin);
        }

        if (margin > 12)
        {
            return 0;
        }

        double density = DensityAtZero * Math.Exp(-margin * margin / 2);
        return density / (1 - (density * Mills(Math.Min(margin, LargestTabled))));
    }

    [RealtimeSafe]
    private double Mills(double distance)
    {
        if (!(distance < LargestTabled))
        {
            double q = 1 / (distance * distance);
            return (1 - (q * (1 - (3 * q * (1 - (5 * q)))))) / distance;
        }

        double place = distance * StepsPerUnit;
        int index = (int)place;
        return _ratios[index] + ((place - index) * (_ratios[index + 1] - _ratios[index]));
    }
}
