using System.Numerics.Tensors;

namespace GrooveGuru.Core.Rhythm;

/// <summary>How likely each reading of the bars is: a conditional logit, as <see cref="PulseModel"/> without hidden units.</summary>
internal static partial class MeterModel
{
    /// <summary>Weighs the readings against one another.</summary>
    /// <param name="hypotheses">The readings, one or more.</param>
    /// <returns>The probability of each, 0–1; the sum is 1.</returns>
    public static double[] Probabilities(IReadOnlyList<MeterHypothesis> hypotheses) => Probabilities(hypotheses, Weights);

    /// <summary>The same with other weights, for the fitting.</summary>
    /// <param name="hypotheses">The readings, one or more.</param>
    /// <param name="weights">Weights of the features [<see cref="MeterFeatures.Count"/>].</param>
    /// <returns>The probability of each, 0–1; the sum is 1.</returns>
    public static double[] Probabilities(IReadOnlyList<MeterHypothesis> hypotheses, float[] weights)
    {
        double[] utilities = [.. hypotheses.Select(hypothesis => (double)TensorPrimitives.Dot<float>(hypothesis.Features, weights))];
        double greatest = utilities.Max();
        double[] shares = [.. utilities.Select(utility => Math.Exp(utility - greatest))];
        double sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }
}
