using System.Numerics.Tensors;
using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Core.Form;

/// <summary>
/// What each step of a piece sounds like: its timbre and level, how restless it is, its pitch classes. Each of the three is scaled
/// by how much it differs between neighbouring steps anyway, so that chords that alternate hide no change of sound.
/// </summary>
internal sealed class FormFeatures
{
    private const int Bands = TimbreContour.BandCount;
    private const int Dimensions = (2 * Bands) + ChromaExtractor.ClassCount;
    private const float RangeDb = 60;

    // Steps this far below the usual level at either end are lead-in and echo, not form.
    private const float EdgeDb = 20;

    // Neighbours that differ less are taken to differ by this much: 1.5 dB of level, 0.7 dB of unrest, a third of the notes.
    private const double LeastLevelNoise = 1.5 * 1.5 * Bands;
    private const double LeastUnrestNoise = 0.7 * 0.7 * Bands;
    private const double LeastChromaNoise = 0.15;

    private FormFeatures(float[][] steps, int first, int end) => (Steps, First, End) = (steps, first, end);

    /// <summary>The steps [steps][dimensions]; the variance of what belongs together is about 1 for each of the three kinds.</summary>
    public float[][] Steps { get; }

    /// <summary>The first step that belongs to the form.</summary>
    public int First { get; }

    /// <summary>The step after the last one that belongs to the form.</summary>
    public int End { get; }

    /// <summary>Averages the frames within each step.</summary>
    /// <param name="timbre">Timbre by frame.</param>
    /// <param name="chroma">Chroma by frame, finished.</param>
    /// <param name="hopSeconds">Seconds from frame to frame; frame 0 is centred on 0.</param>
    /// <param name="edges">Edges of the steps, s.</param>
    public static FormFeatures Gather(TimbreContour timbre, ChromaExtractor chroma, double hopSeconds, double[] edges)
    {
        float floorDb = LoudestDb(timbre) - RangeDb;
        var steps = new float[edges.Length - 1][];
        for (int step = 0; step < steps.Length; step++)
        {
            int first = Math.Clamp((int)Math.Round(edges[step] / hopSeconds), 0, timbre.FrameCount - 1);
            int end = Math.Clamp((int)Math.Round(edges[step + 1] / hopSeconds), first + 1, timbre.FrameCount);
            steps[step] = Average(timbre, chroma, floorDb, first, end);
        }

        (int from, int to) = WithoutEdges(steps);
        Scale(steps, 0, Bands, LeastLevelNoise);
        Scale(steps, Bands, Bands, LeastUnrestNoise);
        Scale(steps, 2 * Bands, ChromaExtractor.ClassCount, LeastChromaNoise);
        return new FormFeatures(steps, from, to);
    }

    private static float[] Average(TimbreContour timbre, ChromaExtractor chroma, float floorDb, int first, int end)
    {
        var mean = new float[Dimensions];
        Span<float> levels = mean.AsSpan(0, Bands), unrest = mean.AsSpan(Bands, Bands), classes = mean.AsSpan(2 * Bands);
        for (int frame = first; frame < end; frame++)
        {
            for (int band = 0; band < Bands; band++)
            {
                float level = Math.Max(0, timbre.Frame(frame)[band] - floorDb);
                levels[band] += level / (end - first);
                unrest[band] += frame == 0 ? 0 : Math.Abs(level - Math.Max(0, timbre.Frame(frame - 1)[band] - floorDb)) / (end - first);
            }

            float sum = chroma.IsSounding(frame) ? TensorPrimitives.Sum(chroma.Frame(frame)) : 0;
            if (sum > 0)
            {
                TensorPrimitives.MultiplyAdd(chroma.Frame(frame), 1 / sum, classes, classes);
            }
        }

        float total = TensorPrimitives.Sum<float>(classes);
        if (total > 0)
        {
            // Roots make the squared distance that of Hellinger, at most 2.
            TensorPrimitives.Divide(classes, total, classes);
            TensorPrimitives.Sqrt(classes, classes);
        }

        return mean;
    }

    private static (int First, int End) WithoutEdges(float[][] steps)
    {
        float[] levels = [.. steps.Select(step => TensorPrimitives.Sum<float>(step.AsSpan(0, Bands)) / Bands)];
        float least = levels.Order().ElementAt(levels.Length / 2) - EdgeDb;
        int first = Array.FindIndex(levels, level => level >= least), last = Array.FindLastIndex(levels, level => level >= least);
        return (first, last + 1);
    }

    // Half the usual squared difference between neighbours is the variance of steps that belong together.
    private static void Scale(float[][] steps, int offset, int length, double leastNoise)
    {
        double[] squares = [.. Enumerable.Range(1, steps.Length - 1).Select(step =>
        {
            float distance = TensorPrimitives.Distance<float>(steps[step].AsSpan(offset, length), steps[step - 1].AsSpan(offset, length));
            return (double)distance * distance;
        }).Order()];
        double noise = squares.Length == 0 ? 0 : squares[squares.Length / 2] / 2;
        float scale = (float)(1 / Math.Sqrt(Math.Max(noise, leastNoise)));
        foreach (float[] step in steps)
        {
            TensorPrimitives.Multiply(step.AsSpan(offset, length), scale, step.AsSpan(offset, length));
        }
    }

    private static float LoudestDb(TimbreContour timbre)
    {
        float loudest = float.MinValue;
        for (int frame = 0; frame < timbre.FrameCount; frame++)
        {
            loudest = Math.Max(loudest, TensorPrimitives.Max(timbre.Frame(frame)));
        }

        return loudest;
    }
}
