using System.Numerics.Tensors;

namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>
/// How likely a stroke of each kind begins at a frame, from the levels around it. The verb "drums" of tools/GrooveGuru.Fitting fits
/// the weights; its README says on which kits and how well the model does on others.
/// </summary>
/// <remarks>Two hidden layers of rectified units, and a logistic unit for each answer: several kinds can begin at once.</remarks>
internal sealed class DrumModel
{
    /// <summary>Kinds of stroke.</summary>
    public static readonly int KindCount = Enum.GetValues<DrumKind>().Length;

    /// <summary>Answers: one for each kind, then how likely other instruments sound.</summary>
    public static readonly int AnswerCount = KindCount + 1;

    private const string Resource = "GrooveGuru.Core.Transcription.Drums.drum-model.bin";
    private static readonly Lazy<DrumModel> Own = new(ReadOwn);

    private readonly float[] _mean;
    private readonly float[] _perDeviation;
    private readonly float[][][] _layers;
    private readonly float[] _standard;
    private readonly float[][] _answers;

    /// <param name="mean">Mean of each input [inputs].</param>
    /// <param name="perDeviation">One over the standard deviation of each input [inputs].</param>
    /// <param name="layers">Weights [layer][unit][inputs of the layer + 1], the last one of 1.</param>
    internal DrumModel(float[] mean, float[] perDeviation, float[][][] layers)
    {
        _mean = mean;
        _perDeviation = perDeviation;
        _layers = layers;
        _standard = new float[mean.Length];
        _answers = [.. layers.Select(layer => new float[layer.Length])];
    }

    /// <summary>Mean of each input [inputs].</summary>
    internal float[] Mean => _mean;

    /// <summary>One over the standard deviation of each input [inputs].</summary>
    internal float[] PerDeviation => _perDeviation;

    /// <summary>Weights [layer][unit][inputs of the layer + 1].</summary>
    internal float[][][] Layers => _layers;

    /// <summary>A model of its own working memory with the weights that ship: one thread at a time.</summary>
    /// <exception cref="InvalidDataException">The weights that were built in are damaged.</exception>
    internal static DrumModel Create() => new(Own.Value._mean, Own.Value._perDeviation, Own.Value._layers);

    /// <summary>Answers for a frame.</summary>
    /// <param name="input">What <see cref="DrumContext.Fill"/> puts together.</param>
    /// <param name="probabilities">Receives the probability of each kind and of other instruments, 0 to 1 [answers].</param>
    internal void Answer(ReadOnlySpan<float> input, Span<float> probabilities)
    {
        TensorPrimitives.Subtract(input, _mean, _standard);
        TensorPrimitives.Multiply(_standard, _perDeviation, _standard);
        float[] from = _standard;
        for (int layer = 0; layer < _layers.Length; layer++)
        {
            float[] to = _answers[layer];
            for (int unit = 0; unit < to.Length; unit++)
            {
                float[] weights = _layers[layer][unit];
                to[unit] = TensorPrimitives.Dot<float>(weights.AsSpan(0, from.Length), from) + weights[^1];
            }

            if (layer < _layers.Length - 1)
            {
                TensorPrimitives.Max(to, 0f, to);
            }

            from = to;
        }

        TensorPrimitives.Sigmoid(from, probabilities);
    }

    /// <summary>Writes the model as <see cref="Read"/> reads it: counts, then numbers, little-endian; weights in half precision.</summary>
    internal void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(_mean.Length);
        writer.Write(_layers.Length);
        foreach (float[][] layer in _layers)
        {
            writer.Write(layer.Length);
        }

        foreach (float number in _mean.Concat(_perDeviation))
        {
            writer.Write(number);
        }

        foreach (float weight in _layers.SelectMany(layer => layer).SelectMany(unit => unit))
        {
            writer.Write((Half)weight);
        }
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="EndOfStreamException">It ends too early.</exception>
    internal static DrumModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        int inputs = reader.ReadInt32();
        int[] units = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadInt32())];
        float[] mean = Singles(inputs), perDeviation = Singles(inputs);
        float[][][] layers = new float[units.Length][][];
        for (int layer = 0; layer < units.Length; layer++)
        {
            int columns = (layer == 0 ? inputs : units[layer - 1]) + 1;
            layers[layer] = [.. Enumerable.Range(0, units[layer])
                .Select(_ => Enumerable.Range(0, columns).Select(_ => (float)reader.ReadHalf()).ToArray())];
        }

        return new DrumModel(mean, perDeviation, layers);

        float[] Singles(int count) => [.. Enumerable.Range(0, count).Select(_ => reader.ReadSingle())];
    }

    private static DrumModel ReadOwn()
    {
        using Stream stream = typeof(DrumModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"The weights of the drum model ({Resource}) are not built in.");
        DrumModel model = Read(stream);
        return model._mean.Length == DrumFraming.InputCount && model._layers[^1].Length == AnswerCount
            ? model
            : throw new InvalidDataException($"The weights of the drum model read {model._mean.Length} numbers instead of {DrumFraming.InputCount}.");
    }
}
