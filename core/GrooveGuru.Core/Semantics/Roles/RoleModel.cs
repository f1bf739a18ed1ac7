using System.Numerics.Tensors;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Semantics.Roles;

/// <summary>How likely each role is from what was measured: multinomial logistic regression over <see cref="RoleSigns"/> and their squares.</summary>
/// <remarks>
/// The last outcome is "none of them": test tones, noise, hum. What could not be measured counts as the mean. Weights are those of
/// equally frequent roles.
/// </remarks>
internal static partial class RoleModel
{
    // Further from the mean than this many deviations nothing was learnt, and nothing more is concluded.
    private const double Furthest = 3;

    // Squares of normal deviates are 1 in the mean; those of the furthest would outweigh all else.
    private const double GreatestSquare = 6;

    /// <summary>The outcomes: the roles in the order of <see cref="TrackRole"/>, then <see cref="TrackRole.Unknown"/> for none of them.</summary>
    public static IReadOnlyList<TrackRole> Outcomes { get; } =
        [.. Enum.GetValues<TrackRole>().Where(role => role != TrackRole.Unknown), TrackRole.Unknown];

    /// <summary>Inputs of the model: a constant, the signs, their squares.</summary>
    public static int InputCount => 1 + (2 * RoleSigns.All.Count);

    /// <summary>The signs of a track.</summary>
    /// <returns>As many as <see cref="RoleSigns.All"/>; NaN for what could not be measured.</returns>
    public static double[] Measure(TrackAnalysis analysis) => [.. RoleSigns.All.Select(sign => sign.Measure(analysis) ?? double.NaN)];

    /// <summary>The inputs from signs.</summary>
    /// <param name="signs">From <see cref="Measure"/>.</param>
    /// <param name="means">The mean of each sign over what was learnt from.</param>
    /// <param name="deviations">Their deviations, above 0.</param>
    public static double[] Inputs(ReadOnlySpan<double> signs, ReadOnlySpan<double> means, ReadOnlySpan<double> deviations)
    {
        var inputs = new double[InputCount];
        inputs[0] = 1;
        for (int i = 0; i < signs.Length; i++)
        {
            double place = double.IsNaN(signs[i]) ? 0 : Math.Clamp((signs[i] - means[i]) / deviations[i], -Furthest, Furthest);
            inputs[1 + i] = place;
            inputs[1 + signs.Length + i] = Math.Min(place * place, GreatestSquare) - 1;
        }

        return inputs;
    }

    /// <summary>The inputs from signs, with the scale that was fitted.</summary>
    public static double[] Inputs(ReadOnlySpan<double> signs) => Inputs(signs, Means, Deviations);

    /// <summary>Probabilities of the outcomes, sum 1.</summary>
    /// <param name="inputs">From <see cref="Inputs(ReadOnlySpan{double})"/>.</param>
    public static double[] Probabilities(double[] inputs) => Probabilities(inputs, Weights);

    /// <summary>The same with other weights, for the fitting.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="weights">[outcomes · inputs].</param>
    public static double[] Probabilities(double[] inputs, double[] weights)
    {
        double[] utilities = [.. Enumerable.Range(0, Outcomes.Count).Select(outcome =>
            TensorPrimitives.Dot<double>(inputs, weights.AsSpan(outcome * inputs.Length, inputs.Length)))];
        var probabilities = new double[utilities.Length];
        TensorPrimitives.SoftMax<double>(utilities, probabilities);
        return probabilities;
    }

    /// <summary>What each sign adds to the utility of one outcome over that of the others' mean.</summary>
    /// <returns>As many as there are signs.</returns>
    public static double[] Contributions(double[] inputs, int outcome)
    {
        int signs = RoleSigns.All.Count;
        return [.. Enumerable.Range(1, signs).Select(at => Over(at) + Over(at + signs))];

        double Over(int at)
        {
            double mean = Enumerable.Range(0, Outcomes.Count).Average(other => Weights[(other * inputs.Length) + at]);
            return inputs[at] * (Weights[(outcome * inputs.Length) + at] - mean);
        }
    }
}
