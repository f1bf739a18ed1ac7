using System.Numerics.Tensors;

namespace GrooveGuru.Fitting.Rhythm;

/// <summary>The model of <see cref="Core.Rhythm.PulseModel"/> on scaled features, with its gradient.</summary>
/// <remarks>Weights: those of the features, then for each hidden unit those of the features and that of its answer.</remarks>
internal sealed class PulseNetwork
{
    private const double InitialRange = 0.6;
    private const double LeastProbability = 1e-12;

    // Readings that are all but settled are passed over: most of them are, and the fit is as good.
    private const float LeastError = 1e-6f;

    private readonly int _features;
    private readonly int _units;

    /// <summary>A network that has learnt nothing.</summary>
    /// <param name="features">Numbers for each reading.</param>
    /// <param name="units">Hidden units.</param>
    /// <param name="seed">Of the weights of the hidden units.</param>
    public PulseNetwork(int features, int units, int seed)
    {
        _features = features;
        _units = units;
        Weights = new float[features + (units * (features + 1))];
        var random = new Random(seed);
        for (int i = features; i < Weights.Length; i++)
        {
            Weights[i] = (float)((random.NextDouble() - 0.5) * InitialRange);
        }
    }

    /// <summary>The weights.</summary>
    public float[] Weights { get; }

    /// <summary>The weights that are not hidden [features].</summary>
    public ReadOnlySpan<float> Linear => Weights.AsSpan(0, _features);

    /// <summary>The weights of a hidden unit [features].</summary>
    public ReadOnlySpan<float> Hidden(int unit) => Weights.AsSpan(Start(unit), _features);

    /// <summary>The weight of a hidden unit's answer.</summary>
    public float Output(int unit) => Weights[Start(unit) + _features];

    /// <summary>Adds the gradient of an example's log loss.</summary>
    /// <param name="example">The example.</param>
    /// <param name="weight">How much it counts.</param>
    /// <param name="gradient">Where to [weights].</param>
    public void AddGradient(PulseExample example, double weight, Span<float> gradient)
    {
        int count = example.Features.Length;
        var answers = new float[count * _units];
        var shares = new double[count];
        double none = Forward(example.Features, shares, answers);
        double truth = Math.Max(LeastProbability, example.OfTruth(shares, none));
        for (int reading = 0; reading < count; reading++)
        {
            double wanted = example.IsRight[reading] ? shares[reading] / truth : 0;
            float error = (float)(weight * (shares[reading] - wanted));
            if (Math.Abs(error) >= LeastError)
            {
                AddGradient(example.Features[reading], answers.AsSpan(reading * _units, _units), error, gradient);
            }
        }
    }

    private void AddGradient(float[] features, ReadOnlySpan<float> answers, float error, Span<float> gradient)
    {
        TensorPrimitives.MultiplyAdd(features, error, gradient[.._features], gradient[.._features]);
        for (int unit = 0; unit < _units; unit++)
        {
            Span<float> own = gradient.Slice(Start(unit), _features);
            gradient[Start(unit) + _features] += error * answers[unit];
            TensorPrimitives.MultiplyAdd(features, error * Output(unit) * (1 - (answers[unit] * answers[unit])), own, own);
        }
    }

    private double Forward(float[][] features, Span<double> shares, Span<float> answers)
    {
        double greatest = 0;
        for (int reading = 0; reading < features.Length; reading++)
        {
            double utility = TensorPrimitives.Dot(features[reading], Linear);
            for (int unit = 0; unit < _units; unit++)
            {
                float answer = MathF.Tanh(TensorPrimitives.Dot(features[reading], Hidden(unit)));
                answers[(reading * _units) + unit] = answer;
                utility += Output(unit) * answer;
            }

            shares[reading] = utility;
            greatest = Math.Max(greatest, utility);
        }

        TensorPrimitives.Subtract(shares, greatest, shares);
        TensorPrimitives.Exp(shares, shares);
        double none = Math.Exp(-greatest), sum = none + TensorPrimitives.Sum<double>(shares);
        TensorPrimitives.Divide(shares, sum, shares);
        return none / sum;
    }

    private int Start(int unit) => _features + (unit * (_features + 1));
}
