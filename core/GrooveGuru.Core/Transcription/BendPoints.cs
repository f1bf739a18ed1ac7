namespace GrooveGuru.Core.Transcription;

/// <summary>Keeps of a curve of bends what is needed to draw it.</summary>
internal static class BendPoints
{
    private const double NearSemitones = 0.03;

    /// <summary>Leaves out points that the ones before already say, and points closer than a number of steps.</summary>
    /// <param name="points">The curve, a point each frame.</param>
    /// <param name="leastSteps">The least frames between points that stay.</param>
    public static IReadOnlyList<BendPoint> Thin(IReadOnlyList<BendPoint> points, int leastSteps)
    {
        List<BendPoint> stays = [];
        int last = -leastSteps;
        for (int index = 0; index < points.Count; index++)
        {
            if (index - last >= leastSteps && (stays.Count == 0 || Math.Abs(points[index].Semitones - stays[^1].Semitones) >= NearSemitones))
            {
                stays.Add(points[index]);
                last = index;
            }
        }

        return stays;
    }
}
