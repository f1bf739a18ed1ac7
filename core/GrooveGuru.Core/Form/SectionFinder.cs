using System.Numerics.Tensors;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Form;

/// <summary>Sections: the cutting of a piece into stretches that each keep to one sound and one stock of harmony.</summary>
/// <remarks>
/// Exact segmentation by dynamic programming: the squared deviations within sections and a price for each section are least
/// together; T. Jackson et al., An algorithm for optimal partitioning of data on an interval, 2005. The price follows how much
/// neighbouring steps differ anyway. Cost: steps², of which there are at most <see cref="FormGrid.MaxSteps"/>.
/// </remarks>
internal static class SectionFinder
{
    // What a section has to save, in variances of neighbouring steps, times the logarithm of the steps. In bars, a section of an odd
    // number costs twice as much as one of a multiple of four, and other even numbers nearly so. Measured best on songs made for it with known form, and on tunes of
    // one section.
    private const double PriceInBars = 0.45;
    private const double PriceInSeconds = 0.9;
    private const double OddBars = 1;
    private const double AlikeShare = 0.4;
    private const double MinSectionSeconds = 5;
    private const int MinSteps = 4;
    private const double OneSectionConfidence = 0.7;

    // What the edges of a section save beside the price, as 1 − exp(−gain / price), and how often both were right within 3 s: of 164
    // sections of 40 songs made with known form. None was ever quite sure.
    private static readonly PiecewiseLinear HitRates = new([0, 0.74, 0.86, 0.97, 1], [0, 0.58, 0.71, 0.88, 0.92]);

    /// <summary>Finds the sections.</summary>
    /// <param name="features">What the steps sound like.</param>
    /// <param name="edges">Edges of the steps, s.</param>
    /// <param name="isInBars">Whether the steps are bars, which come in fours.</param>
    /// <returns>Sections without gaps, labelled from "A" in order of appearance; one where nothing changes.</returns>
    public static IReadOnlyList<SectionSegment> Find(FormFeatures features, double[] edges, bool isInBars)
    {
        float[][] steps = features.Steps[features.First..features.End];
        double[] inner = [0, .. edges[(features.First + 1)..features.End], edges[^1]];
        double price = (isInBars ? PriceInBars : PriceInSeconds) * Math.Log(Math.Max(2, steps.Length));
        var deviations = new Deviations(steps);
        int[] cuts = Cut(deviations, inner, price, isInBars ? OddBars : 0);
        int[] labels = Label(deviations, cuts);
        var sections = new List<SectionSegment>();
        for (int section = 0; section + 1 < cuts.Length; section++)
        {
            double gain = Math.Min(Gain(deviations, cuts, section), Gain(deviations, cuts, section + 1));
            double confidence = cuts.Length == 2 ? OneSectionConfidence : HitRates.At(1 - Math.Exp(-gain / price));
            sections.Add(new SectionSegment(inner[cuts[section]], inner[cuts[section + 1]], Name(labels[section]), confidence));
        }

        return sections;
    }

    // What a cut saves: the deviations of both sides as one, less those of each alone.
    private static double Gain(Deviations deviations, int[] cuts, int cut) =>
        cut == 0 || cut == cuts.Length - 1
            ? double.PositiveInfinity
            : deviations.Within(cuts[cut - 1], cuts[cut + 1])
                - deviations.Within(cuts[cut - 1], cuts[cut])
                - deviations.Within(cuts[cut], cuts[cut + 1]);

    private static string Name(int label) => label < 26 ? ((char)('A' + label)).ToString() : $"{(char)('A' + (label % 26))}{label / 26}";

    private static double SquaredDistance(float[] one, float[] other)
    {
        float distance = TensorPrimitives.Distance<float>(one, other);
        return distance * distance;
    }

    private static int[] Cut(Deviations deviations, double[] edges, double price, double oddPrice)
    {
        int count = edges.Length - 1;
        double stepSeconds = edges[^1] / count;
        int shortest = Math.Min(count, Math.Max(MinSteps, (int)Math.Ceiling(MinSectionSeconds / stepSeconds)));
        var cost = new double[count + 1];
        var from = new int[count + 1];
        Array.Fill(cost, double.PositiveInfinity);
        cost[0] = 0;
        for (int end = shortest; end <= count; end++)
        {
            for (int start = 0; start <= end - shortest; start++)
            {
                int length = end - start;
                double oddness = end == count || length % 4 == 0 ? 0 : length % 2 == 0 ? 0.8 * oddPrice : 1.2 * oddPrice;
                double total = cost[start] + deviations.Within(start, end) + (price * (1 + oddness));
                if (total < cost[end])
                {
                    (cost[end], from[end]) = (total, start);
                }
            }
        }

        var cuts = new List<int> { count };
        while (cuts[^1] > 0)
        {
            cuts.Add(from[cuts[^1]]);
        }

        cuts.Reverse();
        return [.. cuts];
    }

    // Sections share a label where they differ from each other by far less than neighbours do.
    private static int[] Label(Deviations deviations, int[] cuts)
    {
        int count = cuts.Length - 1;
        float[][] means = [.. Enumerable.Range(0, count).Select(section => deviations.Mean(cuts[section], cuts[section + 1]))];
        double[] contrasts = [.. Enumerable.Range(1, Math.Max(0, count - 1)).Select(section => SquaredDistance(means[section], means[section - 1])).Order()];
        double usual = contrasts.Length == 0 ? 0 : contrasts[contrasts.Length / 2];
        var labels = new int[count];
        var kinds = new List<float[]>();
        for (int section = 0; section < count; section++)
        {
            double spread = 3.0 / (cuts[section + 1] - cuts[section]);
            int nearest = -1;
            double least = (AlikeShare * usual) + spread;
            for (int kind = 0; kind < kinds.Count; kind++)
            {
                double distance = SquaredDistance(means[section], kinds[kind]);
                if (distance < least && (section == 0 || labels[section - 1] != kind))
                {
                    (least, nearest) = (distance, kind);
                }
            }

            if (nearest < 0)
            {
                nearest = kinds.Count;
                kinds.Add(means[section]);
            }

            labels[section] = nearest;
        }

        return labels;
    }
}
