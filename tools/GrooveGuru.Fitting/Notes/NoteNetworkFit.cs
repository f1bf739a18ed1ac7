using System.Numerics.Tensors;
using GrooveGuru.Core.Transcription.Polyphony;
using GrooveGuru.Fitting.Sounds;

namespace GrooveGuru.Fitting.Notes;

/// <summary>Fits a <see cref="NoteNetwork"/>: log loss of what is a note, and squared distance of its onset.</summary>
internal sealed class NoteNetworkFit
{
    private const int FirstUnits = 64;
    private const int SecondUnits = 24;
    private const int Outputs = 2;
    private const int BatchRows = 128;
    private const int Passes = 14;
    private const double StepSize = 0.003;
    private const float Ridge = 1e-5f;
    private const float ShiftWorth = 0.15f;
    private const float MostShift = 3;

    private readonly int _signs;
    private readonly float[] _mean;
    private readonly float[] _perDeviation;
    private readonly float[] _weights;
    private readonly int _secondAt;
    private readonly int _outputAt;

    private NoteNetworkFit(IReadOnlyList<NoteRow> rows, int seed)
    {
        _signs = rows[0].Signs.Length;
        (_mean, _perDeviation) = Scale(rows);
        _secondAt = FirstUnits * (_signs + 1);
        _outputAt = _secondAt + (SecondUnits * (FirstUnits + 1));
        _weights = new float[_outputAt + (Outputs * (SecondUnits + 1))];
        var random = new Random(seed);
        for (int at = 0; at < _weights.Length; at++)
        {
            int inputs = at < _secondAt ? _signs : at < _outputAt ? FirstUnits : SecondUnits;
            _weights[at] = (float)(Math.Sqrt(2.0 / inputs) * random.Normal());
        }
    }

    /// <summary>Fits.</summary>
    /// <param name="rows">What to learn from.</param>
    /// <param name="seed">Draws the first weights and the order of the rows.</param>
    public static NoteNetwork Fit(IReadOnlyList<NoteRow> rows, int seed)
    {
        NoteNetworkFit fit = new(rows, seed);
        fit.Learn(rows, seed);
        return fit.Network();
    }

    private static (float[] Mean, float[] PerDeviation) Scale(IReadOnlyList<NoteRow> rows)
    {
        int signs = rows[0].Signs.Length;
        double[] sum = new double[signs], squares = new double[signs];
        foreach (NoteRow row in rows)
        {
            for (int sign = 0; sign < signs; sign++)
            {
                double value = (double)row.Signs[sign];
                sum[sign] += value;
                squares[sign] += value * value;
            }
        }

        float[] mean = [.. sum.Select(value => (float)(value / rows.Count))];
        return (mean, [.. squares.Select((square, sign) => (float)(1 / Math.Max(1e-3, Math.Sqrt(Math.Max(0, (square / rows.Count) - (mean[sign] * (double)mean[sign]))))))]);
    }

    private void Learn(IReadOnlyList<NoteRow> rows, int seed)
    {
        Adam adam = new(_weights.Length, StepSize);
        int[] order = [.. Enumerable.Range(0, rows.Count)];
        var random = new Random(seed);
        double[] slope = new double[_weights.Length];
        float[] gradient = new float[_weights.Length];
        int steps = Passes * (rows.Count / BatchRows), step = 0;
        for (int pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(order);
            for (int first = 0; first + BatchRows <= order.Length; first += BatchRows)
            {
                TensorPrimitives.Multiply(_weights, Ridge * BatchRows, gradient);
                for (int at = first; at < first + BatchRows; at++)
                {
                    Add(rows[order[at]], gradient);
                }

                TensorPrimitives.ConvertTruncating<float, double>(gradient, slope);
                TensorPrimitives.Divide(slope, BatchRows, slope);
                double share = (double)step++ / steps;
                adam.Step(_weights, slope, 0.5 * (1 + Math.Cos(Math.PI * share)));
            }
        }
    }

    private void Add(NoteRow row, float[] gradient)
    {
        Span<float> signs = stackalloc float[_signs], standard = stackalloc float[_signs];
        Span<float> first = stackalloc float[FirstUnits], second = stackalloc float[SecondUnits], errors = stackalloc float[Outputs];
        Span<float> firstBack = stackalloc float[FirstUnits], secondBack = stackalloc float[SecondUnits];
        TensorPrimitives.ConvertToSingle(row.Signs, signs);
        NoteNetwork.Standardise(signs, _mean, _perDeviation, standard);
        Forward(0, standard, first);
        TensorPrimitives.Max(first, 0, first);
        Forward(_secondAt, first, second);
        TensorPrimitives.Max(second, 0, second);
        Forward(_outputAt, second, errors);
        float chance = 1 / (1 + MathF.Exp(-errors[0]));
        errors[0] = row.Weight * (chance - (row.IsNote ? 1 : 0));
        float shift = Math.Clamp(row.ShiftSeconds / NoteNetwork.ShiftUnitSeconds, -MostShift, MostShift);
        errors[1] = row.IsNote ? ShiftWorth * (errors[1] - shift) : 0;
        secondBack.Clear();
        firstBack.Clear();
        Backward(_outputAt, errors, second, secondBack, gradient);
        Silence(second, secondBack);
        Backward(_secondAt, secondBack, first, firstBack, gradient);
        Silence(first, firstBack);
        Backward(0, firstBack, standard, default, gradient);
    }

    private static void Silence(ReadOnlySpan<float> answers, Span<float> back)
    {
        for (int unit = 0; unit < back.Length; unit++)
        {
            back[unit] = answers[unit] > 0 ? back[unit] : 0;
        }
    }

    private void Forward(int from, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int unit = 0; unit < outputs.Length; unit++)
        {
            ReadOnlySpan<float> weights = _weights.AsSpan(from + (unit * (inputs.Length + 1)), inputs.Length + 1);
            outputs[unit] = TensorPrimitives.Dot(weights[..inputs.Length], inputs) + weights[inputs.Length];
        }
    }

    private void Backward(int from, ReadOnlySpan<float> errors, ReadOnlySpan<float> inputs, Span<float> back, float[] gradient)
    {
        for (int unit = 0; unit < errors.Length; unit++)
        {
            if (errors[unit] == 0)
            {
                continue;
            }

            Span<float> slope = gradient.AsSpan(from + (unit * (inputs.Length + 1)), inputs.Length + 1);
            TensorPrimitives.MultiplyAdd(inputs, errors[unit], slope[..inputs.Length], slope[..inputs.Length]);
            slope[inputs.Length] += errors[unit];
            if (!back.IsEmpty)
            {
                TensorPrimitives.MultiplyAdd(_weights.AsSpan(from + (unit * (inputs.Length + 1)), inputs.Length), errors[unit], back, back);
            }
        }
    }

    private NoteNetwork Network() => new(_mean, _perDeviation, Rows(0, FirstUnits, _signs), Rows(_secondAt, SecondUnits, FirstUnits), Rows(_outputAt, Outputs, SecondUnits));

    private float[][] Rows(int from, int units, int inputs)
        => [.. Enumerable.Range(0, units).Select(unit => _weights.AsSpan(from + (unit * (inputs + 1)), inputs + 1).ToArray())];
}
