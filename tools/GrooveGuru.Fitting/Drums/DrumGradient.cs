using System.Numerics.Tensors;

namespace GrooveGuru.Fitting.Drums;

/// <summary>The slope of the drum network's loss over part of a batch. One instance holds working memory: one thread at a time.</summary>
/// <param name="sizes">Units of each layer, the input first.</param>
/// <param name="weights">The network's weights, read only.</param>
/// <param name="mean">Mean of each input.</param>
/// <param name="perDeviation">One over the deviation of each input.</param>
internal sealed class DrumGradient(int[] sizes, float[] weights, float[] mean, float[] perDeviation)
{
    private const int Rows = RowProducts.Rows;

    private readonly float[][] _answers = [.. sizes.Select(size => new float[Rows * size])];
    private readonly float[][] _back = [.. sizes.Select(size => new float[Rows * size])];
    private readonly DrumColours _colours = new();

    /// <summary>Sum of the slopes [weights].</summary>
    public float[] Gradient { get; } = new float[weights.Length];

    /// <summary>Sum of the losses.</summary>
    public double Loss { get; private set; }

    /// <summary>Where the weights of a unit begin.</summary>
    public static int Row(int[] sizes, int layer, int unit)
    {
        int from = 0;
        for (int before = 0; before < layer; before++)
        {
            from += sizes[before + 1] * (sizes[before] + 1);
        }

        return from + (unit * (sizes[layer] + 1));
    }

    /// <summary>Goes through frames, each with another colour of sound.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="frames">Which frames: a multiple of <see cref="RowProducts.Rows"/>.</param>
    /// <param name="random">What colours are drawn with.</param>
    public void Run(IReadOnlyList<DrumPiece> pieces, ReadOnlySpan<(int Piece, int Frame)> frames, Random random)
    {
        Array.Clear(Gradient);
        Loss = 0;
        for (int from = 0; from < frames.Length; from += Rows)
        {
            for (int row = 0; row < Rows; row++)
            {
                (int piece, int frame) = frames[from + row];
                Span<float> input = _answers[0].AsSpan(row * sizes[0], sizes[0]);
                _colours.Fill(pieces[piece].Bands, frame, random, input);
                TensorPrimitives.Subtract(input, mean, input);
                TensorPrimitives.Multiply(input, perDeviation, input);
            }

            Forward();
            for (int row = 0; row < Rows; row++)
            {
                Compare(row, pieces[frames[from + row].Piece].Targets[frames[from + row].Frame]);
            }

            Backward();
        }
    }

    private void Forward()
    {
        for (int layer = 0; layer < sizes.Length - 1; layer++)
        {
            float[] from = _answers[layer], to = _answers[layer + 1];
            for (int unit = 0; unit < sizes[layer + 1]; unit++)
            {
                int row = Row(sizes, layer, unit);
                RowProducts.Dot(weights.AsSpan(row, sizes[layer]), from, weights[row + sizes[layer]], to.AsSpan(unit), sizes[layer + 1]);
            }

            if (layer < sizes.Length - 2)
            {
                TensorPrimitives.Max(to, 0f, to);
            }
        }
    }

    private void Compare(int row, float[] targets)
    {
        int count = sizes[^1];
        for (int kind = 0; kind < count; kind++)
        {
            double chance = 1 / (1 + Math.Exp(-_answers[^1][(row * count) + kind]));
            Loss -= (targets[kind] * Math.Log(chance + 1e-9)) + ((1 - targets[kind]) * Math.Log(1 - chance + 1e-9));
            _back[^1][(row * count) + kind] = (float)(chance - targets[kind]);
        }
    }

    private void Backward()
    {
        Span<float> own = stackalloc float[Rows];
        for (int layer = sizes.Length - 2; layer >= 0; layer--)
        {
            float[] error = _back[layer + 1], back = _back[layer];
            Array.Clear(back);
            for (int unit = 0; unit < sizes[layer + 1]; unit++)
            {
                for (int row = 0; row < Rows; row++)
                {
                    int at = (row * sizes[layer + 1]) + unit;
                    own[row] = layer == sizes.Length - 2 || _answers[layer + 1][at] > 0 ? error[at] : 0;
                }

                int weight = Row(sizes, layer, unit);
                RowProducts.AddRows(_answers[layer], own, Gradient.AsSpan(weight, sizes[layer]));
                Gradient[weight + sizes[layer]] += TensorPrimitives.Sum<float>(own);
                for (int row = 0; layer > 0 && row < Rows; row++)
                {
                    Span<float> to = back.AsSpan(row * sizes[layer], sizes[layer]);
                    TensorPrimitives.MultiplyAdd(weights.AsSpan(weight, sizes[layer]), own[row], to, to);
                }
            }
        }
    }
}
