namespace GrooveGuru.Core.Tonality;

/// <summary>The place of a chroma in the six-dimensional space of fifths, minor thirds and major thirds.</summary>
/// <remarks>C. Harte, M. Sandler, M. Gasser, 2006 (tonnetz).</remarks>
public static class TonalCentroid
{
    /// <summary>Dimensions.</summary>
    public const int Dimensions = 6;

    private static readonly double[] Weights = BuildWeights();

    /// <summary>Moves overtones to the notes they belong to: the five lowest partials of a note lie on its own class, its fifth and its third.</summary>
    /// <param name="chroma">Weights from C [12], 0 or more.</param>
    /// <param name="gathered">The weights after it [12], sum 1.</param>
    /// <returns>Whether anything sounded; false leaves no sum.</returns>
    /// <remarks>E. Gómez 2006, ch. 3.3.3, each partial weighing 0.6 of the one below.</remarks>
    internal static bool GatherOvertones(ReadOnlySpan<float> chroma, Span<float> gathered)
    {
        const float Own = 1 + 0.6f + (0.6f * 0.6f * 0.6f), Fifth = 0.6f * 0.6f, Third = 0.6f * 0.6f * 0.6f * 0.6f;
        float sum = 0;
        for (int pitch = 0; pitch < 12; pitch++)
        {
            gathered[pitch] = (Own * chroma[pitch]) + (Fifth * chroma[(pitch + 7) % 12]) + (Third * chroma[(pitch + 4) % 12]);
            sum += gathered[pitch];
        }

        for (int pitch = 0; pitch < 12 && sum > 0; pitch++)
        {
            gathered[pitch] /= sum;
        }

        return sum > 0;
    }

    /// <summary>Maps a chroma.</summary>
    /// <param name="chroma">Weights from C [12], sum 1.</param>
    /// <param name="centroid">The place [6].</param>
    public static void Map(ReadOnlySpan<float> chroma, Span<double> centroid)
    {
        for (int dimension = 0; dimension < Dimensions; dimension++)
        {
            double sum = 0;
            for (int pitch = 0; pitch < 12; pitch++)
            {
                sum += Weights[(12 * dimension) + pitch] * chroma[pitch];
            }

            centroid[dimension] = sum;
        }
    }

    private static double[] BuildWeights()
    {
        // Radius and angle per semitone: fifths, minor thirds, major thirds.
        (double Radius, double Turns)[] circles = [(1, 7.0 / 12), (1, 3.0 / 12), (0.5, 4.0 / 12)];
        var weights = new double[Dimensions * 12];
        for (int circle = 0; circle < 3; circle++)
        {
            for (int pitch = 0; pitch < 12; pitch++)
            {
                double angle = 2 * Math.PI * circles[circle].Turns * pitch;
                weights[(24 * circle) + pitch] = circles[circle].Radius * Math.Sin(angle);
                weights[(24 * circle) + 12 + pitch] = circles[circle].Radius * Math.Cos(angle);
            }
        }

        return weights;
    }
}
