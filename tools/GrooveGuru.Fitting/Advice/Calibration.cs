using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Fitting.Advice;

/// <summary>Turns a model's log odds into such that come true as often as they say.</summary>
/// <remarks>C. Guo, G. Pleiss, Y. Sun and K. Weinberger 2017, "On calibration of modern neural networks": one slope, and a shift for each class.</remarks>
internal static class Calibration
{
    private const int Rounds = 400;
    private const double StepSize = 0.02;
    private const double Ridge = 1e-3;

    /// <summary>Slope, and shift of each class.</summary>
    /// <param name="answers">What models said of rows that they did not learn: log odds [classes].</param>
    public static (float Slope, float[] Shift) Of(IReadOnlyList<(FaultRow Row, double[] LogOdds)> answers)
    {
        int classes = FaultModel.Cases.Count + 1;
        var weights = new float[classes + 1];
        weights[0] = 1;
        var adam = new Adam(weights.Length, StepSize);
        double all = answers.Sum(answer => answer.Row.Weight);
        for (int round = 0; round < Rounds; round++)
        {
            var gradient = new double[weights.Length];
            foreach ((FaultRow row, double[] logOdds) in answers)
            {
                double[] chances = FaultModel.Chances([.. logOdds.Select((odds, at) => (weights[0] * odds) + weights[at + 1])]);
                for (int at = 0; at < classes; at++)
                {
                    double error = row.Weight / all * (chances[at] - (at == row.Class ? 1 : 0));
                    gradient[0] += error * logOdds[at];
                    gradient[at + 1] += error;
                }
            }

            for (int at = 1; at < gradient.Length; at++)
            {
                gradient[at] += Ridge * weights[at];
            }

            adam.Step(weights, gradient, share: 1 - ((double)round / Rounds));
        }

        return (weights[0], weights[1..]);
    }
}
