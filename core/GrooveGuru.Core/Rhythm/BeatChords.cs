namespace GrooveGuru.Core.Rhythm;

/// <summary>How far the harmony of each beat differs from that before.</summary>
internal static class BeatChords
{
    private const int Classes = PitchNovelty.ChromaBins;
    private const double LongFrameRateHz = NoveltyRate.FrameRateHz / NoveltyRate.FramesPerLongFrame;

    /// <summary>Half the cosine distance of chroma, from one beat to the next and from two beats to the next two.</summary>
    /// <param name="chroma">Pitch classes [long frame · 12 + class].</param>
    /// <param name="beatsSeconds">Beats, s, ascending, two or more.</param>
    /// <returns>0–1 [beats]; 0 at the ends, where there is nothing to compare.</returns>
    public static (double[] Change, double[] SlowChange) Changes(ReadOnlySpan<float> chroma, IReadOnlyList<double> beatsSeconds)
    {
        int count = beatsSeconds.Count, frames = chroma.Length / Classes;
        var beats = new double[count][];
        for (int beat = 0; beat < count; beat++)
        {
            double end = beat + 1 < count ? beatsSeconds[beat + 1] : (2 * beatsSeconds[beat]) - beatsSeconds[beat - 1];
            // A frame at either end hears the neighbours' notes too.
            int first = Math.Clamp((int)Math.Round(beatsSeconds[beat] * LongFrameRateHz) + 1, 0, Math.Max(0, frames - 1));
            int last = Math.Clamp((int)Math.Round(end * LongFrameRateHz) - 1, Math.Min(first + 1, frames), frames);
            beats[beat] = Centred(chroma, first, last);
        }

        var change = new double[count];
        var slow = new double[count];
        for (int beat = 1; beat < count; beat++)
        {
            change[beat] = Distance(beats[beat - 1], beats[beat]);
            slow[beat] = beat >= 2 && beat + 1 < count
                ? Distance(Sum(beats[beat - 2], beats[beat - 1]), Sum(beats[beat], beats[beat + 1]))
                : 0;
        }

        return (change, slow);
    }

    // Mean 0, length 1.
    private static double[] Centred(ReadOnlySpan<float> chroma, int first, int end)
    {
        var sum = new double[Classes];
        for (int frame = first; frame < end; frame++)
        {
            for (int i = 0; i < Classes; i++)
            {
                sum[i] += chroma[(frame * Classes) + i];
            }
        }

        double mean = sum.Average();
        double[] centred = [.. sum.Select(value => value - mean)];
        double length = Length(centred);
        return [.. centred.Select(value => value / length)];
    }

    private static double[] Sum(double[] left, double[] right) => [.. left.Zip(right, (a, b) => a + b)];

    private static double Distance(double[] left, double[] right) =>
        (1 - (left.Zip(right, (a, b) => a * b).Sum() / (Length(left) * Length(right)))) / 2;

    private static double Length(double[] vector) => Math.Sqrt(vector.Sum(value => value * value)) + 1e-6;
}
