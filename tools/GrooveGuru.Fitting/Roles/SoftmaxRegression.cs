using System.Numerics.Tensors;
using GrooveGuru.Core.Semantics.Roles;
using GrooveGuru.Fitting.Tonality;

namespace GrooveGuru.Fitting.Roles;

/// <summary>Multinomial logistic regression under a fixed bound on the curvature.</summary>
/// <remarks>
/// Half the inputs' matrix of products is above the curvature of the log loss wherever one stands (D. Böhning, "Multinomial logistic regression
/// algorithm", 1992), so that no step leads uphill, as one of Newton's can; the matrix is the same in every step. Sums run in a fixed order: the
/// same examples give the same weights.
/// </remarks>
internal static class SoftmaxRegression
{
    private const int Steps = 600;

    /// <summary>Fits the weights.</summary>
    /// <param name="inputs">The inputs of each example.</param>
    /// <param name="outcomes">The right outcome of each.</param>
    /// <param name="counts">How much each counts.</param>
    /// <param name="ridge">Price of the squared weight of each input.</param>
    /// <returns>[outcomes · inputs].</returns>
    public static double[] Fit(IReadOnlyList<double[]> inputs, IReadOnlyList<int> outcomes, IReadOnlyList<double> counts, double[] ridge)
    {
        int width = ridge.Length, outcomeCount = RoleModel.Outcomes.Count;
        double[,] bound = Bound(inputs, counts, ridge);
        double[] weights = new double[outcomeCount * width], ahead = [.. weights];
        double momentum = 1;
        for (int step = 0; step < Steps; step++)
        {
            double[] slope = Slope(inputs, outcomes, counts, ridge, ahead);
            double[] next = [.. ahead];
            for (int outcome = 0; outcome < outcomeCount; outcome++)
            {
                double[] move = SymmetricSystem.Solve((double[,])bound.Clone(), slope[(outcome * width)..((outcome + 1) * width)]);
                TensorPrimitives.Subtract(next.AsSpan(outcome * width, width), move, next.AsSpan(outcome * width, width));
            }

            // Nesterov 1983: steps that look ahead along the last one need the square root of the number.
            double following = (1 + Math.Sqrt(1 + (4 * momentum * momentum))) / 2, reach = (momentum - 1) / following;
            ahead = [.. next.Zip(weights, (now, before) => now + (reach * (now - before)))];
            (weights, momentum) = (next, following);
        }

        return weights;
    }

    private static double[,] Bound(IReadOnlyList<double[]> inputs, IReadOnlyList<double> counts, double[] ridge)
    {
        int width = ridge.Length;
        var bound = new double[width, width];
        for (int example = 0; example < inputs.Count; example++)
        {
            double[] input = inputs[example];
            for (int i = 0; i < width; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    bound[i, j] += 0.5 * counts[example] * input[i] * input[j];
                }
            }
        }

        for (int i = 0; i < width; i++)
        {
            bound[i, i] += ridge[i];
        }

        return bound;
    }

    private static double[] Slope(
        IReadOnlyList<double[]> inputs, IReadOnlyList<int> outcomes, IReadOnlyList<double> counts, double[] ridge, double[] weights)
    {
        int width = ridge.Length;
        double[] slope = [.. weights.Select((weight, at) => ridge[at % width] * weight)];
        for (int example = 0; example < inputs.Count; example++)
        {
            double[] rates = RoleModel.Probabilities(inputs[example], weights);
            for (int outcome = 0; outcome < rates.Length; outcome++)
            {
                double error = counts[example] * (rates[outcome] - (outcome == outcomes[example] ? 1 : 0));
                Span<double> part = slope.AsSpan(outcome * width, width);
                TensorPrimitives.MultiplyAdd(inputs[example], error, part, part);
            }
        }

        return slope;
    }
}
