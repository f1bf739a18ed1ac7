using System.Numerics.Tensors;

namespace GrooveGuru.Core.Rhythm;

/// <summary>How likely each reading of the pulse is, and that there is none.</summary>
/// <remarks>
/// A conditional logit (D. McFadden, 1974): each hypothesis has a utility, a weighted sum of its features and of the answers of a few hidden units to
/// them, and having no pulse has the utility 0. The probabilities are the shares of the exponentials.
/// </remarks>
internal static partial class PulseModel
{
    /// <summary>Weighs the readings against one another.</summary>
    /// <param name="hypotheses">The readings; may be empty.</param>
    /// <returns>The probability of each, 0–1, and of no pulse; the sum is 1.</returns>
    public static (double[] OfEach, double OfNone) Probabilities(IReadOnlyList<PulseHypothesis> hypotheses) =>
        Probabilities(hypotheses, Linear, Outputs, Hidden);

    /// <summary>The same with other weights, for the fitting.</summary>
    /// <param name="hypotheses">The readings; may be empty.</param>
    /// <param name="linear">Weights of the features [<see cref="PulseFeatures.Count"/>].</param>
    /// <param name="outputs">Weights of the hidden units' answers [units].</param>
    /// <param name="hidden">Weights of the features in the hidden units [units · <see cref="PulseFeatures.Count"/>].</param>
    /// <returns>The probability of each, 0–1, and of no pulse; the sum is 1.</returns>
    public static (double[] OfEach, double OfNone) Probabilities(
        IReadOnlyList<PulseHypothesis> hypotheses, float[] linear, float[] outputs, float[] hidden)
    {
        double[] utilities = [.. hypotheses.Select(hypothesis => Utility(hypothesis.Features, linear, outputs, hidden))];
        double greatest = Math.Max(0, utilities.DefaultIfEmpty(0).Max());
        double none = Math.Exp(-greatest);
        double[] shares = [.. utilities.Select(utility => Math.Exp(utility - greatest))];
        double sum = none + shares.Sum();
        return ([.. shares.Select(share => share / sum)], none / sum);
    }

    private static double Utility(ReadOnlySpan<float> features, float[] linear, float[] outputs, float[] hidden)
    {
        double utility = TensorPrimitives.Dot(features, linear);
        for (int unit = 0; unit < outputs.Length; unit++)
        {
            utility += outputs[unit] * Math.Tanh(TensorPrimitives.Dot(features, hidden.AsSpan(unit * PulseFeatures.Count, PulseFeatures.Count)));
        }

        return utility;
    }
}
