using System.Numerics.Tensors;

namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>
/// Groups strokes that sound alike, as many groups as there are sounds, and lets what the model hears in each speak for the others:
/// a drummer has one kit.
/// </summary>
/// <remarks>
/// K-means from the farthest points on; the number of groups has the least Bayesian information criterion of round clusters of one
/// width (G. Schwarz 1978; D. Pelleg and A. Moore 2000). Of a long recording the groups are found on strokes from all over it.
/// </remarks>
internal static class StrokeClusters
{
    private const int MostClusters = 16;
    private const int LeastStrokes = 8;
    private const int MostFitted = 1200;
    private const int Rounds = 15;

    // Half of the usual price of a number, as the signs of a stroke are far from independent.
    private const double Price = 0.5;

    // Squared distance that a stroke has from others of its drum anyway.
    private const double LeastSpread = 0.02;

    // How much the group counts against the stroke itself.
    private const float GroupShare = 0.5f;

    /// <summary>The strokes with probabilities that their groups agree on.</summary>
    /// <param name="strokes">All strokes of a recording.</param>
    /// <returns>As many, in the same order.</returns>
    public static IReadOnlyList<Stroke> Agree(IReadOnlyList<Stroke> strokes)
    {
        if (strokes.Count < LeastStrokes)
        {
            return strokes;
        }

        int[] groups = Group([.. strokes.Select(StrokeSigns.Of)]);
        int count = groups.Max() + 1;
        float[][] sums = [.. Enumerable.Range(0, count).Select(_ => new float[DrumModel.KindCount])];
        int[] members = new int[count];
        for (int stroke = 0; stroke < groups.Length; stroke++)
        {
            members[groups[stroke]]++;
            for (int kind = 0; kind < DrumModel.KindCount; kind++)
            {
                sums[groups[stroke]][kind] += StrokeSigns.LogOdds(strokes[stroke].Probabilities[kind]);
            }
        }

        return
        [
            .. strokes.Select((stroke, at) => stroke.With([.. stroke.Probabilities.Select((probability, kind) => Chance(
                ((1 - GroupShare) * StrokeSigns.LogOdds(probability)) + (GroupShare * sums[groups[at]][kind] / members[groups[at]])))])),
        ];
    }

    /// <summary>Groups points; how many groups there are comes from the points.</summary>
    /// <param name="points">Signs of strokes [strokes][signs].</param>
    /// <returns>The group of each, counted from 0.</returns>
    public static int[] Group(float[][] points)
    {
        int step = Math.Max(1, points.Length / MostFitted);
        float[][] fitted = [.. points.Where((_, at) => at % step == 0)];
        double least = double.PositiveInfinity;
        float[][] best = [];
        for (int count = 1; count <= Math.Min(MostClusters, fitted.Length); count++)
        {
            (float[][] centres, double spread) = Fit(fitted, count);
            double numbers = (double)fitted.Length * fitted[0].Length;
            double criterion = (numbers * Math.Log((spread / numbers) + LeastSpread)) + (Price * count * fitted[0].Length * Math.Log(fitted.Length));
            if (criterion < least)
            {
                (least, best) = (criterion, centres);
            }
        }

        return [.. points.Select(point => Nearest(best, point).Index)];
    }

    private static (float[][] Centres, double Spread) Fit(float[][] points, int count)
    {
        List<float[]> seeds = [points[0]];
        float[] distances = [.. points.Select(point => Squared(point, points[0]))];
        while (seeds.Count < count)
        {
            float[] farthest = points[TensorPrimitives.IndexOfMax(distances)];
            seeds.Add(farthest);
            for (int point = 0; point < points.Length; point++)
            {
                distances[point] = Math.Min(distances[point], Squared(points[point], farthest));
            }
        }

        float[][] centres = [.. seeds.Select(seed => seed.ToArray())];
        double spread = 0;
        for (int round = 0; round < Rounds; round++)
        {
            float[][] sums = [.. centres.Select(centre => new float[centre.Length])];
            int[] members = new int[count];
            double now = 0;
            foreach (float[] point in points)
            {
                (int index, float distance) = Nearest(centres, point);
                TensorPrimitives.Add(sums[index], point, sums[index]);
                members[index]++;
                now += distance;
            }

            for (int centre = 0; centre < count; centre++)
            {
                if (members[centre] > 0)
                {
                    TensorPrimitives.Divide(sums[centre], members[centre], centres[centre]);
                }
            }

            bool settled = round > 0 && now >= spread * 0.9999;
            spread = now;
            if (settled)
            {
                break;
            }
        }

        return (centres, spread);
    }

    private static (int Index, float Distance) Nearest(float[][] centres, float[] point)
    {
        (int index, float distance) = (0, float.PositiveInfinity);
        for (int centre = 0; centre < centres.Length; centre++)
        {
            float own = Squared(centres[centre], point);
            (index, distance) = own < distance ? (centre, own) : (index, distance);
        }

        return (index, distance);
    }

    private static float Squared(float[] one, float[] other)
    {
        float distance = TensorPrimitives.Distance<float>(one, other);
        return distance * distance;
    }

    private static float Chance(float logOdds) => 1 / (1 + MathF.Exp(-logOdds));
}
