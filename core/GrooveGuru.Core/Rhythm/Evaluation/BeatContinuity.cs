namespace GrooveGuru.Core.Rhythm.Evaluation;

/// <summary>Whether beats follow on from one another: near a true beat, one true beat after the last, at the true distance.</summary>
internal static class BeatContinuity
{
    private const double ToleranceShare = 0.175;

    /// <summary>The share of continuous beats among the longer list, 0–1; 0 where either has fewer than two.</summary>
    public static double Share(double[] reference, double[] estimate)
    {
        if (reference.Length < 2 || estimate.Length < 2)
        {
            return 0;
        }

        var taken = new bool[reference.Length];
        int right = 0, near = 0;
        for (int beat = 0; beat < estimate.Length; beat++)
        {
            while (near + 1 < reference.Length
                && Math.Abs(reference[near + 1] - estimate[beat]) < Math.Abs(reference[near] - estimate[beat]))
            {
                near++;
            }

            if (!taken[near] && Fits(reference, near, estimate, beat))
            {
                taken[near] = true;
                right++;
            }
        }

        return (double)right / Math.Max(reference.Length, estimate.Length);
    }

    /// <summary>The reference as it may be tapped: as it is, off the beat, twice as fast, every other beat from the first or the second.</summary>
    public static IEnumerable<double[]> Levels(double[] reference)
    {
        double[] between = [.. reference.Zip(reference.Skip(1), (left, right) => (left + right) / 2)];
        yield return reference;
        yield return between;
        yield return [.. reference.Concat(between).Order()];
        yield return [.. reference.Where((_, index) => index % 2 == 0)];
        yield return [.. reference.Where((_, index) => index % 2 == 1)];
    }

    // The distance to the neighbour before, or for the first beat of either list the one after, stands for the local period.
    private static bool Fits(double[] reference, int near, double[] estimate, int beat)
    {
        bool isFirst = near == 0 || beat == 0;
        if (isFirst && (near + 1 >= reference.Length || beat + 1 >= estimate.Length))
        {
            return false;
        }

        double truePeriod = isFirst ? reference[near + 1] - reference[near] : reference[near] - reference[near - 1];
        double period = isFirst ? estimate[beat + 1] - estimate[beat] : estimate[beat] - estimate[beat - 1];
        return Math.Abs(estimate[beat] - reference[near]) < ToleranceShare * truePeriod
            && Math.Abs(1 - (period / truePeriod)) < ToleranceShare;
    }
}
