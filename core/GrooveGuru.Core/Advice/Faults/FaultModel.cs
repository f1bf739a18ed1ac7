using System.Numerics.Tensors;

namespace GrooveGuru.Core.Advice.Faults;

/// <summary>
/// How likely each fault is at each strength, from the signs of a track. The verb "faults" of tools/GrooveGuru.Fitting fits the
/// weights on clean tracks with faults made on purpose; its README says on which and how well the model does.
/// </summary>
/// <remarks>
/// Standardised signs, one hidden layer (tanh), and log odds for each class that add its weights of the signs to those of the hidden
/// units: the mean of linear discriminants (R. A. Fisher 1936) and a few small networks.
/// </remarks>
internal sealed class FaultModel
{
    /// <summary>How often a weak fault counted in the fit: one missed costs less than a strong one. A clean track counted four times.</summary>
    internal const double WeakWeight = 0.3;

    // Signs count as no further from their mean than this many standard deviations.
    private const float MostDeviations = 5;
    private const string Resource = "GrooveGuru.Core.Advice.Faults.fault-model.bin";
    private static readonly Lazy<FaultModel> Own = new(ReadOwn);

    private readonly float[] _mean;
    private readonly float[] _perDeviation;
    private readonly float[][] _hidden;
    private readonly float[][] _outputs;
    private readonly float _slope;
    private readonly float[] _shift;

    /// <param name="mean">Mean of each sign [signs].</param>
    /// <param name="perDeviation">One over the standard deviation of each sign [signs].</param>
    /// <param name="hidden">Weights of each hidden unit [units][signs + 1], the last one of 1.</param>
    /// <param name="outputs">Weights of each class [classes][units + signs + 1], the last one of 1.</param>
    /// <param name="slope">What log odds are multiplied with to come true as often as they say.</param>
    /// <param name="shift">What is added then [classes].</param>
    internal FaultModel(float[] mean, float[] perDeviation, float[][] hidden, float[][] outputs, float slope, float[] shift)
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

    /// <summary>The faults and strengths that it knows: all of the catalogue but those of level. Class 0 is none of them, class 1 the first.</summary>
    internal static IReadOnlyList<FaultCase> Cases { get; } =
        [.. FaultCatalogue.All.Where(fault => fault.Kind is not (FaultKind.TooQuiet or FaultKind.TooLoud))];

    /// <summary>Standardises signs.</summary>
    /// <param name="signs">Signs [signs].</param>
    /// <param name="mean">Their means [signs].</param>
    /// <param name="perDeviation">One over their deviations [signs].</param>
    /// <param name="standard">Receives them [signs].</param>
    internal static void Standardise(ReadOnlySpan<float> signs, float[] mean, float[] perDeviation, float[] standard)
    {
        for (int sign = 0; sign < mean.Length; sign++)
        {
            standard[sign] = Math.Clamp((signs[sign] - mean[sign]) * perDeviation[sign], -MostDeviations, MostDeviations);
        }
    }

    /// <summary>Probabilities from log odds: the shares of their exponentials.</summary>
    internal static double[] Chances(IReadOnlyList<double> logOdds)
    {
        double most = logOdds.Max();
        double sum = logOdds.Sum(odds => Math.Exp(odds - most));
        return [.. logOdds.Select(odds => Math.Exp(odds - most) / sum)];
    }

    /// <summary>The same model with another calibration.</summary>
    internal FaultModel Calibrated(float slope, float[] shift) => new(_mean, _perDeviation, _hidden, _outputs, slope, shift);

    /// <summary>Log odds of each class, up to a constant.</summary>
    /// <param name="signs">Signs [signs], as <see cref="Signs.TrackSigns"/> measures them.</param>
    /// <returns>[classes]</returns>
    /// <exception cref="ArgumentException">There are more or fewer signs than the model reads.</exception>
    internal double[] LogOdds(ReadOnlySpan<float> signs)
    {
        if (signs.Length != _mean.Length)
        {
            throw new ArgumentException($"The model reads {_mean.Length} signs, and {signs.Length} were given.", nameof(signs));
        }

        var standard = new float[signs.Length];
        Standardise(signs, _mean, _perDeviation, standard);
        float[] answers = Array.ConvertAll(_hidden, unit => MathF.Tanh(TensorPrimitives.Dot<float>(unit.AsSpan(0, standard.Length), standard) + unit[^1]));
        return [.. _outputs.Select((weights, at) =>
        {
            double odds = TensorPrimitives.Dot<float>(weights.AsSpan(0, answers.Length), answers)
                + TensorPrimitives.Dot<float>(weights.AsSpan(answers.Length, standard.Length), standard) + weights[^1];
            return (_slope * odds) + _shift[at];
        })];
    }

    /// <summary>Writes the model as <see cref="Read"/> reads it: counts, then numbers, little-endian; weights in half precision.</summary>
    internal void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(_mean.Length);
        writer.Write(_hidden.Length);
        writer.Write(_outputs.Length);
        foreach (float number in _mean.Concat(_perDeviation).Append(_slope).Concat(_shift))
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
        (int signs, int units, int classes) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        float[] mean = Singles(signs), perDeviation = Singles(signs);
        float slope = reader.ReadSingle();
        float[] shift = Singles(classes);
        return new FaultModel(mean, perDeviation, Halves(units, signs + 1), Halves(classes, units + signs + 1), slope, shift);

        float[] Singles(int count) => [.. Enumerable.Range(0, count).Select(_ => reader.ReadSingle())];

        float[][] Halves(int rows, int columns) =>
            [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => (float)reader.ReadHalf()).ToArray())];
    }

    private static FaultModel ReadOwn()
    {
        using Stream stream = typeof(FaultModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"The weights of the fault model ({Resource}) are not built in.");
        FaultModel model = Read(stream);
        return model._outputs.Length == Cases.Count + 1
            ? model
            : throw new InvalidDataException($"The weights of the fault model are for {model._outputs.Length - 1} cases instead of {Cases.Count}.");
    }
}
