using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Fitting.Advice;

/// <summary>Turns a model's log odds into such that come true as often as they say.</summary>
/// <remarks>J. Platt 1999, "Probabilistic outputs for support vector machines": a slope and a shift for each output, here by Newton's method.</remarks>
internal static class Calibration
{
    private const int Rounds = 30;
    private const double Ridge = 1;

    /// <summary>Slope and shift of each output.</summary>
    /// <param name="answers">What a model said of rows that it did not learn.</param>
    /// <param name="cleanWeight">How often a clean track counts.</param>
    public static (float[] Slope, float[] Shift) Of(IReadOnlyList<(FaultRow Row, double[] LogOdds)> answers, double cleanWeight)
    {
        int outputs = FaultModel.Cases.Count;
        var slope = new float[outputs];
        var shift = new float[outputs];
        for (int output = 0; output < outputs; output++)
        {
            (double a, double b) = (1, 0);
            for (int round = 0; round < Rounds; round++)
            {
                (double ga, double gb, double haa, double hab, double hbb) = (Ridge * (a - 1), Ridge * b, Ridge, 0, Ridge);
                foreach ((FaultRow row, double[] logOdds) in answers)
                {
                    double weight = row.IsClean ? cleanWeight : 1, x = logOdds[output];
                    double chance = 1 / (1 + Math.Exp(-((a * x) + b)));
                    double error = weight * (chance - row.Targets[output]), curve = weight * chance * (1 - chance);
                    ga += error * x;
                    gb += error;
                    haa += curve * x * x;
                    hab += curve * x;
                    hbb += curve;
                }

                double determinant = (haa * hbb) - (hab * hab);
                a -= ((hbb * ga) - (hab * gb)) / determinant;
                b -= ((haa * gb) - (hab * ga)) / determinant;
            }

            slope[output] = (float)a;
            shift[output] = (float)b;
        }

        return (slope, shift);
    }
}
