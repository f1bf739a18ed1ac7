using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Fitting.Roles;

/// <summary>A fitted model of the role.</summary>
/// <param name="Means">Mean of each sign.</param>
/// <param name="Deviations">Deviation of each sign.</param>
/// <param name="Weights">[outcomes · inputs].</param>
internal sealed record RoleFit(double[] Means, double[] Deviations, double[] Weights)
{
    // Price of the weights of the signs and of their squares; the constant is nearly free.
    private const double Ridge = 10, SquareRidge = 30, ConstantRidge = 0.01;

    // A cut says less than its whole, and its whole is there too.
    private const double CutWeight = 0.34;

    /// <summary>Fits the model; every role counts the same, however many examples it has.</summary>
    public static RoleFit Of(IReadOnlyList<RoleExample> examples)
    {
        int count = RoleSigns.All.Count;
        double[] means = new double[count], deviations = new double[count];
        for (int sign = 0; sign < count; sign++)
        {
            double[] known = [.. examples.Select(example => example.Signs[sign]).Where(double.IsFinite)];
            means[sign] = known.Average();
            deviations[sign] = Math.Sqrt(known.Average(value => (value - means[sign]) * (value - means[sign]))) + 1e-9;
        }

        double[] ridge = [.. Enumerable.Range(0, RoleModel.InputCount).Select(input => input == 0 ? ConstantRidge : input <= count ? Ridge : SquareRidge)];
        return new RoleFit(means, deviations, SoftmaxRegression.Fit(
            [.. examples.Select(example => RoleModel.Inputs(example.Signs, means, deviations))],
            [.. examples.Select(example => example.Outcome)],
            Weighed(examples),
            ridge));
    }

    /// <summary>Probabilities of the outcomes for an example.</summary>
    public double[] Rate(RoleExample example) => RoleModel.Probabilities(RoleModel.Inputs(example.Signs, Means, Deviations), Weights);

    private static double[] Weighed(IReadOnlyList<RoleExample> examples)
    {
        double[] weights = [.. examples.Select(example => example.Cut == RoleExamples.Whole ? 1 : CutWeight)];
        var sums = examples.Zip(weights).GroupBy(pair => pair.First.Role).ToDictionary(role => role.Key, role => role.Sum(pair => pair.Second));
        double mean = weights.Sum() / sums.Count;
        return [.. examples.Zip(weights, (example, weight) => weight * mean / sums[example.Role])];
    }
}
