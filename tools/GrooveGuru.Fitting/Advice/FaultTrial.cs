using System.Globalization;
using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Fitting.Advice;

/// <summary>Says how well a fault model does.</summary>
internal static class FaultTrial
{
    private const int Shown = 3;

    /// <summary>Prints how often the fault is among the three likeliest, by fault and strength, and how far chances are from what comes true.</summary>
    public static void Print(string title, IReadOnlyList<(FaultRow Row, double[] LogOdds)> answers)
    {
        FaultKind[] kinds = [.. FaultModel.Cases.Select(fault => fault.Kind).Distinct()];
        var hits = new SortedDictionary<string, (int Hits, int All)>(StringComparer.Ordinal);
        var bins = new (double Chance, int Right, int All)[10];
        foreach ((FaultRow row, double[] logOdds) in answers)
        {
            var diagnosis = Diagnosis.Of(logOdds);
            FaultKind[] likeliest = [.. kinds.OrderByDescending(diagnosis.Chance).Take(Shown)];
            foreach (FaultKind kind in likeliest)
            {
                double chance = diagnosis.Chance(kind);
                int bin = Math.Min(9, (int)(10 * chance));
                bool right = row.Faults.Split('+').Any(fault => fault.StartsWith(FaultNames.Of(kind) + "/", StringComparison.Ordinal));
                bins[bin] = (bins[bin].Chance + chance, bins[bin].Right + (right ? 1 : 0), bins[bin].All + 1);
            }

            if (!row.IsClean && !row.Faults.Contains('+', StringComparison.Ordinal))
            {
                bool hit = likeliest.Any(kind => row.Faults.StartsWith(FaultNames.Of(kind) + "/", StringComparison.Ordinal));
                foreach (string key in new[] { row.Faults, row.Faults.EndsWith("weak", StringComparison.Ordinal) ? "~weak" : "~medium and strong" })
                {
                    (int Hits, int All) so = hits.GetValueOrDefault(key);
                    hits[key] = (so.Hits + (hit ? 1 : 0), so.All + 1);
                }
            }
        }

        int all = bins.Sum(bin => bin.All);
        double error = bins.Where(bin => bin.All > 0).Sum(bin => Math.Abs(bin.Chance - bin.Right)) / Math.Max(1, all);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: calibration error {error:0.000}"));
        foreach ((string fault, (int Hits, int All) so) in hits)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {fault,-26} {(double)so.Hits / so.All:0.000} of {so.All}"));
        }
    }
}
