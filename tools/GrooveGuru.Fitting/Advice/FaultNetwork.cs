using System.Numerics.Tensors;

namespace GrooveGuru.Fitting.Advice;

/// <summary>One hidden layer and a softmax over classes, fitted by greatest likelihood in small batches.</summary>
/// <param name="signs">Signs of a row.</param>
/// <param name="classes">Classes.</param>
internal sealed class FaultNetwork(int signs, int classes)
{
    /// <summary>Hidden units.</summary>
    public const int Units = 64;

    private const int BatchRows = 128;
    private const int Parts = 2;
    private const int Epochs = 25;
    private const double StepSize = 0.002;
    private const double Ridge = 1.5e-4;

    private readonly float[] _weights = new float[(Units * (signs + 1)) + (classes * (Units + 1))];

    /// <summary>Weights of a hidden unit [signs + 1], the last one of 1.</summary>
    public float[] Hidden(int unit) => _weights.AsSpan(unit * (signs + 1), signs + 1).ToArray();

    /// <summary>Weights of a class [units + 1], the last one of 1.</summary>
    public float[] Output(int at) => _weights.AsSpan(FromOutput(at), Units + 1).ToArray();

    /// <summary>Fits.</summary>
    /// <param name="standard">Standardised signs of each row [rows][signs].</param>
    /// <param name="rows">Their classes and weights.</param>
    /// <param name="seed">Where it begins, and in which order it goes.</param>
    public FaultNetwork Fit(float[][] standard, IReadOnlyList<FaultRow> rows, int seed)
    {
        var random = new Random(seed);
        for (int weight = 0; weight < _weights.Length; weight++)
        {
            double spread = weight < Units * (signs + 1) ? 1 / Math.Sqrt(signs) : 1 / Math.Sqrt(Units);
            _weights[weight] = (float)((random.NextDouble() - 0.5) * 2 * spread);
        }

        var adam = new Adam(_weights.Length, StepSize);
        var gradient = new double[_weights.Length];
        int[] order = [.. Enumerable.Range(0, rows.Count)];
        int steps = Epochs * (rows.Count / BatchRows), done = 0;
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            for (int start = 0; start + BatchRows <= rows.Count; start += BatchRows)
            {
                var parts = new float[Parts][];
                Parallel.For(0, Parts, part => parts[part] = Gradient(standard, rows, order.AsSpan(start + (part * BatchRows / Parts), BatchRows / Parts)));
                for (int weight = 0; weight < gradient.Length; weight++)
                {
                    gradient[weight] = ((parts[0][weight] + parts[1][weight]) / BatchRows) + (Ridge * _weights[weight]);
                }

                adam.Step(_weights, gradient, share: 0.5 * (1 + Math.Cos(Math.PI * done++ / steps)));
            }
        }

        return this;
    }

    private int FromOutput(int at) => (Units * (signs + 1)) + (at * (Units + 1));

    private float[] Gradient(float[][] standard, IReadOnlyList<FaultRow> rows, ReadOnlySpan<int> batch)
    {
        var gradient = new float[_weights.Length];
        float[] answers = new float[Units], back = new float[Units], chances = new float[classes];
        foreach (int row in batch)
        {
            float[] own = standard[row];
            for (int unit = 0; unit < Units; unit++)
            {
                ReadOnlySpan<float> weights = _weights.AsSpan(unit * (signs + 1), signs + 1);
                answers[unit] = MathF.Tanh(TensorPrimitives.Dot(weights[..signs], own) + weights[signs]);
            }

            for (int at = 0; at < classes; at++)
            {
                ReadOnlySpan<float> weights = _weights.AsSpan(FromOutput(at), Units + 1);
                chances[at] = TensorPrimitives.Dot(weights[..Units], answers) + weights[Units];
            }

            TensorPrimitives.SoftMax<float>(chances, chances);
            Array.Clear(back);
            for (int at = 0; at < classes; at++)
            {
                float error = (float)rows[row].Weight * (chances[at] - (at == rows[row].Class ? 1 : 0));
                Span<float> slope = gradient.AsSpan(FromOutput(at), Units + 1);
                TensorPrimitives.MultiplyAdd(answers, error, slope[..Units], slope[..Units]);
                slope[Units] += error;
                TensorPrimitives.MultiplyAdd(_weights.AsSpan(FromOutput(at), Units), error, back, back);
            }

            for (int unit = 0; unit < Units; unit++)
            {
                float error = back[unit] * (1 - (answers[unit] * answers[unit]));
                Span<float> slope = gradient.AsSpan(unit * (signs + 1), signs + 1);
                TensorPrimitives.MultiplyAdd(own, error, slope[..signs], slope[..signs]);
                slope[signs] += error;
            }
        }

        return gradient;
    }
}
