using System.Numerics.Tensors;
using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Fitting.Advice;

/// <summary>Fits the weights of <see cref="FaultModel"/> by greatest likelihood, in small batches.</summary>
internal sealed class FaultNetwork
{
    private const int Units = 64;
    private const int BatchRows = 64;
    private const double StepSize = 0.002;
    private const int Seed = 20;

    private readonly int _signs;
    private readonly float[] _mean;
    private readonly float[] _perDeviation;
    private readonly float[] _weights;

    private FaultNetwork(int signs, float[] mean, float[] perDeviation, float[] weights)
    {
        _signs = signs;
        _mean = mean;
        _perDeviation = perDeviation;
        _weights = weights;
    }

    private static int Outputs => FaultModel.Cases.Count;

    private int HiddenLength => _signs + 1;

    private int OutputLength => Units + _signs + 1;

    /// <summary>Fits.</summary>
    /// <param name="rows">What to learn from.</param>
    /// <param name="settings">How.</param>
    public static FaultNetwork Fit(IReadOnlyList<FaultRow> rows, FaultFitSettings settings)
    {
        int signs = rows[0].Signs.Length;
        var mean = new float[signs];
        var perDeviation = new float[signs];
        for (int sign = 0; sign < signs; sign++)
        {
            double average = rows.Average(row => (double)row.Signs[sign]);
            double deviation = Math.Sqrt(rows.Average(row => Math.Pow(row.Signs[sign] - average, 2)));
            mean[sign] = (float)average;
            perDeviation[sign] = (float)(1 / Math.Max(deviation, 1e-3));
        }

        var random = new Random(Seed);
        var network = new FaultNetwork(signs, mean, perDeviation, new float[(Units * (signs + 1)) + (Outputs * (Units + signs + 1))]);
        for (int weight = 0; weight < Units * (signs + 1); weight++)
        {
            network._weights[weight] = (float)((random.NextDouble() - 0.5) * 2 / Math.Sqrt(signs));
        }

        var scaler = new FaultModel(mean, perDeviation, [], [], [], []);
        float[][] standard = [.. rows.Select(row =>
        {
            var signsOfRow = new float[signs];
            scaler.Standardise(row.Signs, signsOfRow);
            return signsOfRow;
        })];
        network.Descend(rows, standard, settings, random);
        return network;
    }

    /// <summary>The model, with calibration.</summary>
    public FaultModel Model(float[] slope, float[] shift) => new(
        _mean,
        _perDeviation,
        [.. Enumerable.Range(0, Units).Select(unit => _weights.AsSpan(unit * HiddenLength, HiddenLength).ToArray())],
        [.. Enumerable.Range(0, Outputs).Select(output => _weights.AsSpan((Units * HiddenLength) + (output * OutputLength), OutputLength).ToArray())],
        slope,
        shift);

    private void Descend(IReadOnlyList<FaultRow> rows, float[][] standard, FaultFitSettings settings, Random random)
    {
        var adam = new Adam(_weights.Length, StepSize);
        var gradient = new double[_weights.Length];
        float[] order = [.. Enumerable.Range(0, rows.Count).Select(at => (float)at)];
        int steps = settings.Epochs * (rows.Count / BatchRows), done = 0;
        object gate = new();
        for (int epoch = 0; epoch < settings.Epochs; epoch++)
        {
            random.Shuffle(order);
            for (int start = 0; start + BatchRows <= rows.Count; start += BatchRows)
            {
                Array.Clear(gradient);
                Parallel.For(0, 2, half =>
                {
                    var part = new float[_weights.Length];
                    var answers = new float[Units];
                    var back = new float[Units];
                    for (int at = start + (half * BatchRows / 2); at < start + ((half + 1) * BatchRows / 2); at++)
                    {
                        int row = (int)order[at];
                        Add(part, standard[row], rows[row], settings, answers, back);
                    }

                    lock (gate)
                    {
                        for (int weight = 0; weight < part.Length; weight++)
                        {
                            gradient[weight] += part[weight] / BatchRows;
                        }
                    }
                });

                // The direct weights from signs to outputs are held shorter than those of the hidden layer: most of what they could learn
                // is this material's own.
                for (int weight = 0; weight < _weights.Length; weight++)
                {
                    bool isDirect = weight >= Units * HiddenLength && (weight - (Units * HiddenLength)) % OutputLength >= Units;
                    gradient[weight] += (isDirect ? settings.DirectRidge : settings.Ridge) * _weights[weight];
                }

                adam.Step(_weights, gradient, share: 0.5 * (1 + Math.Cos(Math.PI * done++ / steps)));
            }
        }
    }

    private void Add(float[] gradient, float[] signs, FaultRow row, FaultFitSettings settings, float[] answers, float[] back)
    {
        for (int unit = 0; unit < Units; unit++)
        {
            ReadOnlySpan<float> weights = _weights.AsSpan(unit * HiddenLength, HiddenLength);
            answers[unit] = MathF.Tanh(TensorPrimitives.Dot(weights[.._signs], signs) + weights[^1]);
        }

        Array.Clear(back);
        float importance = row.IsClean ? (float)settings.CleanWeight : 1;
        for (int output = 0; output < Outputs; output++)
        {
            int from = (Units * HiddenLength) + (output * OutputLength);
            ReadOnlySpan<float> weights = _weights.AsSpan(from, OutputLength);
            float sum = TensorPrimitives.Dot(weights[..Units], answers) + TensorPrimitives.Dot(weights.Slice(Units, _signs), signs) + weights[^1];
            float error = importance * ((1 / (1 + MathF.Exp(-sum))) - row.Targets[output]);
            Span<float> slope = gradient.AsSpan(from, OutputLength);
            TensorPrimitives.MultiplyAdd(answers, error, slope[..Units], slope[..Units]);
            TensorPrimitives.MultiplyAdd(signs, error, slope.Slice(Units, _signs), slope.Slice(Units, _signs));
            slope[^1] += error;
            TensorPrimitives.MultiplyAdd(weights[..Units], error, back, back);
        }

        for (int unit = 0; unit < Units; unit++)
        {
            float error = back[unit] * (1 - (answers[unit] * answers[unit]));
            Span<float> slope = gradient.AsSpan(unit * HiddenLength, HiddenLength);
            TensorPrimitives.MultiplyAdd(signs, error, slope[.._signs], slope[.._signs]);
            slope[^1] += error;
        }
    }
}
