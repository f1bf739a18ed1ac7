namespace GrooveGuru.Fitting.Rhythm;

/// <summary>Brings features to mean 0 and deviation 1, so that one ridge and one step suit all; the first, which is always 1, stays.</summary>
internal sealed class FeatureScale
{
    private readonly double[] _means;
    private readonly double[] _deviations;

    /// <summary>Of the features that are learnt from.</summary>
    /// <param name="features">Vectors of features, one or more, all of one length.</param>
    public FeatureScale(IReadOnlyList<float[]> features)
    {
        int count = features[0].Length;
        _means = new double[count];
        _deviations = new double[count];
        _deviations[0] = 1;
        for (int i = 1; i < count; i++)
        {
            double mean = features.Average(vector => (double)vector[i]);
            _means[i] = mean;
            _deviations[i] = Math.Sqrt(features.Average(vector => (vector[i] - mean) * (vector[i] - mean))) + 1e-9;
        }
    }

    /// <summary>Scales a vector of features.</summary>
    public float[] Scaled(float[] features) => [.. features.Select((feature, i) => (float)((feature - _means[i]) / _deviations[i]))];

    /// <summary>The weights of the features as they are that answer like weights of scaled features.</summary>
    public float[] Unscaled(ReadOnlySpan<float> weights)
    {
        var result = new float[weights.Length];
        double bias = weights[0];
        for (int i = 1; i < weights.Length; i++)
        {
            result[i] = (float)(weights[i] / _deviations[i]);
            bias -= weights[i] * _means[i] / _deviations[i];
        }

        result[0] = (float)bias;
        return result;
    }
}
