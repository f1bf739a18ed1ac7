using System.Numerics.Tensors;

namespace GrooveGuru.Core.Transcription.Polyphony;

/// <summary>A small network that says how likely a candidate is a note, and how far its onset is from the candidate's frame.</summary>
/// <remarks>Standardised signs, two hidden layers (rectified), two outputs.</remarks>
internal sealed class NoteNetwork
{
    /// <summary>What the second output counts in, s.</summary>
    internal const float ShiftUnitSeconds = 0.02f;

    // Signs count as no further from their mean than this many standard deviations.
    private const float MostDeviations = 4;

    private readonly float[] _mean;
    private readonly float[] _perDeviation;
    private readonly float[][] _first;
    private readonly float[][] _second;
    private readonly float[][] _outputs;

    /// <param name="mean">Mean of each sign [signs].</param>
    /// <param name="perDeviation">One over the standard deviation of each sign [signs].</param>
    /// <param name="first">Weights of the first layer [units][signs + 1], the last one of 1.</param>
    /// <param name="second">Weights of the second layer [units][units of the first + 1].</param>
    /// <param name="outputs">Weights of log odds and shift [2][units of the second + 1].</param>
    internal NoteNetwork(float[] mean, float[] perDeviation, float[][] first, float[][] second, float[][] outputs)
        => (_mean, _perDeviation, _first, _second, _outputs) = (mean, perDeviation, first, second, outputs);

    /// <summary>How many signs it reads.</summary>
    public int SignCount => _mean.Length;

    /// <summary>Reads a network.</summary>
    /// <exception cref="EndOfStreamException">It ends too early.</exception>
    public static NoteNetwork Read(BinaryReader reader)
    {
        (int signs, int first, int second) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        float[] mean = Singles(signs), perDeviation = Singles(signs);
        return new NoteNetwork(mean, perDeviation, Halves(first, signs + 1), Halves(second, first + 1), Halves(2, second + 1));

        float[] Singles(int count) => [.. Enumerable.Range(0, count).Select(_ => reader.ReadSingle())];

        float[][] Halves(int rows, int columns) =>
            [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => (float)reader.ReadHalf()).ToArray())];
    }

    /// <summary>Standardises signs.</summary>
    /// <param name="signs">Signs [signs].</param>
    /// <param name="mean">Their means [signs].</param>
    /// <param name="perDeviation">One over their deviations [signs].</param>
    /// <param name="standard">Receives them [signs].</param>
    internal static void Standardise(ReadOnlySpan<float> signs, float[] mean, float[] perDeviation, Span<float> standard)
    {
        for (int sign = 0; sign < mean.Length; sign++)
        {
            standard[sign] = Math.Clamp((signs[sign] - mean[sign]) * perDeviation[sign], -MostDeviations, MostDeviations);
        }
    }

    /// <summary>Answers for one candidate.</summary>
    /// <param name="signs">Its signs [<see cref="SignCount"/>].</param>
    /// <returns>The log odds that it is a note, and how long after the candidate's frame it begins, s.</returns>
    public (float LogOdds, float ShiftSeconds) Answer(ReadOnlySpan<float> signs)
    {
        Span<float> standard = stackalloc float[_mean.Length];
        Span<float> first = stackalloc float[_first.Length];
        Span<float> second = stackalloc float[_second.Length];
        Standardise(signs, _mean, _perDeviation, standard);
        Layer(_first, standard, first);
        TensorPrimitives.Max(first, 0, first);
        Layer(_second, first, second);
        TensorPrimitives.Max(second, 0, second);
        return (Unit(_outputs[0], second), ShiftUnitSeconds * Unit(_outputs[1], second));
    }

    /// <summary>Writes it as <see cref="Read"/> reads it: counts, then numbers, little-endian; weights in half precision.</summary>
    internal void Write(BinaryWriter writer)
    {
        writer.Write(_mean.Length);
        writer.Write(_first.Length);
        writer.Write(_second.Length);
        foreach (float number in _mean.Concat(_perDeviation))
        {
            writer.Write(number);
        }

        foreach (float weight in _first.Concat(_second).Concat(_outputs).SelectMany(weights => weights))
        {
            writer.Write((Half)weight);
        }
    }

    private static void Layer(float[][] weights, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int unit = 0; unit < weights.Length; unit++)
        {
            outputs[unit] = Unit(weights[unit], inputs);
        }
    }

    private static float Unit(float[] weights, ReadOnlySpan<float> inputs)
        => TensorPrimitives.Dot(weights.AsSpan(0, inputs.Length), inputs) + weights[^1];
}
