namespace GrooveGuru.Core.Form;

/// <summary>The steps in which a form is read: bars where there is a pulse, else 2 s.</summary>
internal static class FormGrid
{
    /// <summary>Steps at most; longer pieces are read in coarser ones, so that the cost of a form stays bounded.</summary>
    public const int MaxSteps = 800;

    private const double PlainStepSeconds = 2;

    /// <summary>Edges of the steps, from 0 to the end.</summary>
    /// <param name="barsSeconds">Where the bars begin, ascending; may be empty.</param>
    /// <param name="endSeconds">End of the audio, s.</param>
    /// <returns>Ascending times, s, two or more.</returns>
    public static double[] Edges(IReadOnlyList<double> barsSeconds, double endSeconds)
    {
        double[] points = barsSeconds.Count > 0
            ? [.. barsSeconds]
            : [.. Enumerable.Range(0, (int)(endSeconds / PlainStepSeconds)).Select(step => step * PlainStepSeconds)];
        if (points.Length < 2)
        {
            return [0, endSeconds];
        }

        // The pulse goes on before and after what was tracked, and through gaps.
        double period = Median(points);
        var edges = new List<double>();
        for (double time = points[0] - (period * Math.Floor(points[0] / period)); time < points[0] - (period / 2); time += period)
        {
            edges.Add(time);
        }

        foreach (double point in points)
        {
            AddThrough(edges, point, period);
        }

        AddThrough(edges, endSeconds, period);
        int coarser = (edges.Count / MaxSteps) + 1;
        double[] kept = [.. edges.Where((edge, index) => index % coarser == 0 && edge > period / 2 && edge < endSeconds - (period / 2))];
        return [0, .. kept, endSeconds];
    }

    private static void AddThrough(List<double> edges, double until, double period)
    {
        while (edges.Count > 0 && until - edges[^1] > 1.5 * period)
        {
            edges.Add(edges[^1] + period);
        }

        edges.Add(until);
    }

    private static double Median(double[] points)
    {
        double[] steps = [.. Enumerable.Range(1, points.Length - 1).Select(index => points[index] - points[index - 1]).Order()];
        return steps[steps.Length / 2];
    }
}
