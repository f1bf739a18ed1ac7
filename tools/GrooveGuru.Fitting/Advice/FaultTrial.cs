using System.Globalization;
using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Fitting.Advice;

/// <summary>Says how well a fault model does.</summary>
internal static class FaultTrial
{
    private const int Shown = 3;

    // How much is lost where less likely faults are not spoken of.
    private static readonly double[] LeastChances = [0.03, 0.05, 0.08, 0.12];

    /// <summary>Prints how often the fault is among the three likeliest, by fault and strength, and how far chances are from what comes true.</summary>
    public static void Print(string title, IReadOnlyList<(FaultRow Row, double[] LogOdds)> answers)
    {
        FaultKind[] kinds = [.. FaultModel.Cases.Select(fault => fault.Kind).Distinct()];
        var hits = new SortedDictionary<string, (int Hits, int All)>(StringComparer.Ordinal);
        var bins = new (double Chance, int Right, int All)[10];
        foreach ((FaultRow row, double[] logOdds) in answers)
        {
            var diagnosis = Diagnosis.Of(logOdds, row.IsFast);
            FaultKind[] likeliest = [.. kinds.OrderByDescending(diagnosis.Chance).Take(Shown)];
            foreach (FaultKind kind in likeliest)
            {
                double chance = diagnosis.Chance(kind);
                int bin = Math.Min(9, (int)(10 * chance));
                bins[bin] = (bins[bin].Chance + chance, bins[bin].Right + (row.Fault?.Kind == kind ? 1 : 0), bins[bin].All + 1);
            }

            if (row.Fault is FaultCase fault)
            {
                int hit = likeliest.Contains(fault.Kind) ? 1 : 0;
                string strength = fault.Strength == FaultStrength.Weak ? "~weak" : "~medium and strong";
                Count(fault.Id, hit);
                Count(strength, hit);
                foreach (double least in LeastChances)
                {
                    Count(string.Create(CultureInfo.InvariantCulture, $"{strength}, over {least:0.00}"), diagnosis.Chance(fault.Kind) >= least ? hit : 0);
                }
            }
        }

        void Count(string key, int hit)
        {
            (int Hits, int All) so = hits.GetValueOrDefault(key);
            hits[key] = (so.Hits + hit, so.All + 1);
        }

        int all = bins.Sum(bin => bin.All);
        double error = bins.Where(bin => bin.All > 0).Sum(bin => Math.Abs(bin.Chance - bin.Right)) / Math.Max(1, all);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: calibration error {error:0.000}"));
        foreach ((double Chance, int Right, int All) bin in bins.Where(bin => bin.All > 0))
        {
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  said {bin.Chance / bin.All:0.00}, true {(double)bin.Right / bin.All:0.00} of {bin.All}"));
        }

        foreach ((string fault, (int Hits, int All) so) in hits)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {fault,-30} {(double)so.Hits / so.All:0.000} of {so.All}"));
        }
    }
}
