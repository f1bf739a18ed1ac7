using GrooveGuru.Core.Transcription.Drums;

namespace GrooveGuru.Fitting.Drums;

/// <summary>Two hidden layers and a logistic unit an answer, fitted by greatest likelihood in small batches.</summary>
/// <param name="mean">Mean of each input.</param>
/// <param name="perDeviation">One over the deviation of each input.</param>
internal sealed class DrumNetwork(float[] mean, float[] perDeviation)
{
    private static readonly int[] Sizes = [DrumFraming.InputCount, 192, 64, DrumModel.AnswerCount];
    private readonly float[] _weights = new float[Enumerable.Range(0, Layers).Sum(layer => Sizes[layer + 1] * (Sizes[layer] + 1))];

    private const int BatchRows = 256;
    private const int Parts = 2;
    private const double StepSize = 0.0015;
    private const double GoingOnShare = 0.5;
    private const double Ridge = 1e-5;
    private const int Layers = 3;

    /// <summary>The model as it is now.</summary>
    public DrumModel Model() => new(mean, perDeviation, [.. Enumerable.Range(0, Layers).Select(layer =>
        Enumerable.Range(0, Sizes[layer + 1]).Select(unit => _weights.AsSpan(Row(layer, unit), Sizes[layer] + 1).ToArray()).ToArray())]);

    /// <summary>Fits.</summary>
    /// <param name="pieces">What to learn from.</param>
    /// <param name="epochs">How often each frame is seen.</param>
    /// <param name="seed">Where it begins, and in which order it goes.</param>
    /// <param name="from">The model to go on from, in smaller steps; null to begin anew.</param>
    public void Fit(IReadOnlyList<DrumPiece> pieces, int epochs, int seed, DrumModel? from)
    {
        Random random = new(seed);
        Begin(random, from);
        (int Piece, int Frame)[] order = [.. pieces.SelectMany((piece, at) => piece.Chosen.Select(frame => (at, frame)))];
        Adam adam = new(_weights.Length, from is null ? StepSize : StepSize * GoingOnShare);
        double[] gradient = new double[_weights.Length];
        DrumGradient[] parts = [.. Enumerable.Range(0, Parts).Select(_ => new DrumGradient(Sizes, _weights, mean, perDeviation))];
        int steps = epochs * (order.Length / BatchRows), done = 0;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            for (int start = 0; start + BatchRows <= order.Length; start += BatchRows)
            {
                int batchSeed = random.Next(), first = start;
                Parallel.For(0, Parts, part => parts[part].Run(
                    pieces, order.AsSpan(first + (part * BatchRows / Parts), BatchRows / Parts), new Random(batchSeed + part)));
                for (int weight = 0; weight < gradient.Length; weight++)
                {
                    gradient[weight] = ((parts[0].Gradient[weight] + parts[1].Gradient[weight]) / BatchRows) + (Ridge * _weights[weight]);
                }

                loss += parts.Sum(part => part.Loss) / BatchRows;
                adam.Step(_weights, gradient, share: 0.5 * (1 + Math.Cos(Math.PI * done++ / steps)));
            }

            Console.Error.WriteLine(FormattableString.Invariant(
                $"  epoch {epoch + 1} of {epochs}: {order.Length} frames, loss {loss / (order.Length / BatchRows):F4}"));
        }
    }

    private void Begin(Random random, DrumModel? from)
    {
        for (int layer = 0; layer < Layers; layer++)
        {
            double spread = Math.Sqrt(2.0 / Sizes[layer]) * 1.2;
            for (int unit = 0; unit < Sizes[layer + 1]; unit++)
            {
                if (from is not null)
                {
                    from.Layers[layer][unit].CopyTo(_weights.AsSpan(Row(layer, unit)));
                    continue;
                }

                foreach (ref float weight in _weights.AsSpan(Row(layer, unit), Sizes[layer]))
                {
                    weight = (float)((random.NextDouble() - 0.5) * 2 * spread);
                }
            }
        }
    }

    private static int Row(int layer, int unit) => DrumGradient.Row(Sizes, layer, unit);
}
