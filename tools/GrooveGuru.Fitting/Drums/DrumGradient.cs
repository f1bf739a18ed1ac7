using System.Numerics.Tensors;
using GrooveGuru.Core.Transcription.Drums;

namespace GrooveGuru.Fitting.Drums;

/// <summary>The slope of the drum network's loss over part of a batch. One instance holds working memory: one thread at a time.</summary>
/// <param name="sizes">Units of each layer, the input first.</param>
/// <param name="weights">The network's weights, read only.</param>
/// <param name="mean">Mean of each input.</param>
/// <param name="perDeviation">One over the deviation of each input.</param>
internal sealed class DrumGradient(int[] sizes, float[] weights, float[] mean, float[] perDeviation)
{
    private const double GainBel = 0.5;
    private const double TiltBel = 0.5;
    private const double BendBel = 0.25;

    private readonly float[][] _answers = [.. sizes.Select(size => new float[size])];
    private readonly float[][] _back = [.. sizes.Select(size => new float[size])];
    private readonly float[] _shift = new float[DrumFraming.Bands];

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
    public void Run(IReadOnlyList<DrumPiece> pieces, ReadOnlySpan<(int Piece, int Frame)> frames, Random random)
    {
        Array.Clear(Gradient);
        Loss = 0;
        foreach ((int piece, int frame) in frames)
        {
            Fill(pieces[piece].Bands, frame, random);
            Forward();
            Backward(pieces[piece].Targets[frame]);
        }
    }

    private void Fill(float[][] bands, int frame, Random random)
    {
        // Kits and rooms differ by what an equaliser does; so do levels.
        double gain = (random.NextDouble() - 0.5) * 2 * GainBel, tilt = (random.NextDouble() - 0.5) * 2 * TiltBel;
        double bend = (random.NextDouble() - 0.5) * 2 * BendBel, phase = random.NextDouble() * 6.28, waves = 1 + (random.NextDouble() * 3);
        Shift(_shift.AsSpan(0, DrumFraming.LongBands));
        Shift(_shift.AsSpan(DrumFraming.LongBands));
        void Shift(Span<float> shift)
        {
            for (int band = 0; band < shift.Length; band++)
            {
                double at = (double)band / shift.Length;
                shift[band] = (float)(gain + (tilt * (at - 0.5)) + (bend * Math.Sin(phase + (6.28 * waves * at))));
            }
        }

        Span<float> input = _answers[0];
        foreach (int offset in DrumFraming.LongOffsets)
        {
            TensorPrimitives.Add(bands[frame + offset].AsSpan(0, DrumFraming.LongBands), _shift.AsSpan(0, DrumFraming.LongBands), input);
            input = input[DrumFraming.LongBands..];
        }

        foreach (int offset in DrumFraming.ShortOffsets)
        {
            TensorPrimitives.Add(bands[frame + offset].AsSpan(DrumFraming.LongBands), _shift.AsSpan(DrumFraming.LongBands), input);
            input = input[DrumFraming.ShortBands..];
        }

        float[] all = _answers[0];
        TensorPrimitives.Max(all, DrumFraming.LeastBel, all);
        TensorPrimitives.Subtract(all, mean, all);
        TensorPrimitives.Multiply(all, perDeviation, all);
    }

    private void Forward()
    {
        for (int layer = 0; layer < sizes.Length - 1; layer++)
        {
            float[] from = _answers[layer], to = _answers[layer + 1];
            for (int unit = 0; unit < to.Length; unit++)
            {
                int row = Row(sizes, layer, unit);
                to[unit] = TensorPrimitives.Dot(weights.AsSpan(row, from.Length), from) + weights[row + from.Length];
            }

            if (layer < sizes.Length - 2)
            {
                TensorPrimitives.Max(to, 0f, to);
            }
        }
    }

    private void Backward(float[] targets)
    {
        float[] last = _answers[^1];
        for (int kind = 0; kind < last.Length; kind++)
        {
            double chance = 1 / (1 + Math.Exp(-last[kind]));
            Loss -= (targets[kind] * Math.Log(chance + 1e-9)) + ((1 - targets[kind]) * Math.Log(1 - chance + 1e-9));
            _back[^1][kind] = (float)(chance - targets[kind]);
        }

        for (int layer = sizes.Length - 2; layer >= 0; layer--)
        {
            float[] from = _answers[layer], error = _back[layer + 1], back = _back[layer];
            Array.Clear(back);
            for (int unit = 0; unit < error.Length; unit++)
            {
                if (error[unit] == 0 || (layer < sizes.Length - 2 && _answers[layer + 1][unit] <= 0))
                {
                    continue;
                }

                int row = Row(sizes, layer, unit);
                Span<float> slope = Gradient.AsSpan(row, from.Length);
                TensorPrimitives.MultiplyAdd(from, error[unit], slope, slope);
                Gradient[row + from.Length] += error[unit];
                if (layer > 0)
                {
                    TensorPrimitives.MultiplyAdd(weights.AsSpan(row, from.Length), error[unit], back, back);
                }
            }
        }
    }
}
