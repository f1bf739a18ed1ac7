using System.Numerics.Tensors;

namespace GrooveGuru.Core.Advice.Faults;

/// <summary>
/// How likely each fault is at each strength, from the signs of a track: a small neural network whose weights the verb "faults" of
/// tools/GrooveGuru.Fitting fits on clean tracks with faults made on purpose; its README says on which and how well it does.
/// </summary>
/// <remarks>
/// Standardised signs, one hidden layer (tanh), and for each fault one logistic output a strength: the chance that the fault is there
/// at this strength or more. Every fault is asked for by itself, so that a track may have several.
/// </remarks>
internal sealed class FaultModel
{
    /// <summary>Signs are taken as no further from their mean than this many standard deviations.</summary>
    internal const float MostDeviations = 5;

    private const string Resource = "GrooveGuru.Core.Advice.Faults.fault-model.bin";
    private static readonly Lazy<FaultModel> Own = new(ReadOwn);

    private readonly float[] _mean;
    private readonly float[] _perDeviation;
    private readonly float[][] _hidden;
    private readonly float[][] _outputs;
    private readonly float[] _slope;
    private readonly float[] _shift;

    /// <param name="mean">Mean of each sign [signs].</param>
    /// <param name="perDeviation">One over the standard deviation of each sign [signs].</param>
    /// <param name="hidden">Weights of each hidden unit [units][signs + 1], the last one of 1.</param>
    /// <param name="outputs">Weights of each output [outputs][units + signs + 1], the last one of 1.</param>
    /// <param name="slope">What each output is multiplied with to be a calibrated log odds [outputs].</param>
    /// <param name="shift">What is added then [outputs].</param>
    internal FaultModel(float[] mean, float[] perDeviation, float[][] hidden, float[][] outputs, float[] slope, float[] shift)
    {
        _mean = mean;
        _perDeviation = perDeviation;
        _hidden = hidden;
        _outputs = outputs;
        _slope = slope;
        _shift = shift;
    }

    /// <summary>The model that ships.</summary>
    /// <exception cref="InvalidDataException">The weights that were built in are damaged.</exception>
    internal static FaultModel Shipped => Own.Value;

    /// <summary>The faults and strengths that the outputs stand for, in their order: all of the catalogue but those of level.</summary>
    internal static IReadOnlyList<FaultCase> Cases { get; } =
        [.. FaultCatalogue.All.Where(fault => fault.Kind is not (FaultKind.TooQuiet or FaultKind.TooLoud))];

    /// <summary>Signs that the model reads.</summary>
    internal int SignCount => _mean.Length;

    /// <summary>Standardises signs.</summary>
    /// <param name="signs">Signs [signs].</param>
    /// <param name="standard">Receives them, within <see cref="MostDeviations"/> [signs].</param>
    internal void Standardise(ReadOnlySpan<float> signs, Span<float> standard)
    {
        for (int sign = 0; sign < _mean.Length; sign++)
        {
            standard[sign] = Math.Clamp((signs[sign] - _mean[sign]) * _perDeviation[sign], -MostDeviations, MostDeviations);
        }
    }

    /// <summary>Log odds of each case, calibrated.</summary>
    /// <param name="signs">Signs [signs], as <see cref="Signs.TrackSigns"/> measures them.</param>
    /// <returns>[<see cref="Cases"/>]</returns>
    /// <exception cref="ArgumentException">There are more or fewer signs than the model reads.</exception>
    internal double[] LogOdds(ReadOnlySpan<float> signs)
    {
        if (signs.Length != _mean.Length)
        {
            throw new ArgumentException($"The model reads {_mean.Length} signs, and {signs.Length} were given.", nameof(signs));
        }

        var standard = new float[signs.Length];
        Standardise(signs, standard);
        float[] answers = Array.ConvertAll(_hidden, unit => MathF.Tanh(TensorPrimitives.Dot<float>(unit.AsSpan(0, signs.Length), standard) + unit[^1]));
        var logOdds = new double[_outputs.Length];
        for (int output = 0; output < logOdds.Length; output++)
        {
            float[] weights = _outputs[output];
            double sum = TensorPrimitives.Dot<float>(weights.AsSpan(0, answers.Length), answers)
                + TensorPrimitives.Dot<float>(weights.AsSpan(answers.Length, signs.Length), standard) + weights[^1];
            logOdds[output] = (_slope[output] * sum) + _shift[output];
        }

        return logOdds;
    }

    /// <summary>Writes the model as <see cref="Read"/> reads it: counts, then numbers, little-endian; weights in half precision.</summary>
    internal void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(_mean.Length);
        writer.Write(_hidden.Length);
        writer.Write(_outputs.Length);
        foreach (float number in _mean.Concat(_perDeviation).Concat(_slope).Concat(_shift))
        {
            writer.Write(number);
        }

        foreach (float weight in _hidden.Concat(_outputs).SelectMany(weights => weights))
        {
            writer.Write((Half)weight);
        }
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="EndOfStreamException">It ends too early.</exception>
    internal static FaultModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        (int signs, int units, int outputs) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        float[] mean = Singles(signs), perDeviation = Singles(signs), slope = Singles(outputs), shift = Singles(outputs);
        return new FaultModel(mean, perDeviation, Halves(units, signs + 1), Halves(outputs, units + signs + 1), slope, shift);

        float[] Singles(int count) => [.. Enumerable.Range(0, count).Select(_ => reader.ReadSingle())];

        float[][] Halves(int rows, int columns) =>
            [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => (float)reader.ReadHalf()).ToArray())];
    }

    private static FaultModel ReadOwn()
    {
        using Stream stream = typeof(FaultModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"The weights of the fault model ({Resource}) are not built in.");
        FaultModel model = Read(stream);
        return model._outputs.Length == Cases.Count
            ? model
            : throw new InvalidDataException($"The weights of the fault model are for {model._outputs.Length} cases instead of {Cases.Count}.");
    }
}
