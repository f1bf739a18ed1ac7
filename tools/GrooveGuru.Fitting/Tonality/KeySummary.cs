using System.Globalization;
using GrooveGuru.Core.Tonality;
using GrooveGuru.Core.Tonality.Evaluation;

namespace GrooveGuru.Fitting.Tonality;

/// <summary>How well keys were told, by kind of piece and cut and by mode.</summary>
internal sealed class KeySummary
{
    private readonly List<(KeyChoice Choice, double[] Rates)> _tried = [];

    /// <summary>Adds a choice with the probabilities that a model gave.</summary>
    public void Add(KeyChoice choice, double[] rates) => _tried.Add((choice, rates));

    /// <summary>Prints exact hits, the MIREX score, log loss and confidence to standard error.</summary>
    /// <param name="title">What was tried on what.</param>
    public void Print(string title)
    {
        Console.Error.WriteLine(title);
        Console.Error.WriteLine("                   pieces  exact  MIREX  loss   confidence");
        Print("whole, major", tried => tried.Group.StartsWith("whole", StringComparison.Ordinal) && tried.Key.Mode == KeyMode.Major);
        Print("whole, minor", tried => tried.Group.StartsWith("whole", StringComparison.Ordinal) && tried.Key.Mode == KeyMode.Minor);
        Print("whole", tried => tried.Group.StartsWith("whole", StringComparison.Ordinal));
        foreach (string group in _tried.Select(tried => tried.Choice.Group).Distinct())
        {
            Print(group, tried => tried.Group == group);
        }

        PrintReliability("whole", isWhole: true);
        PrintReliability("cuts", isWhole: false);
    }

    private static MusicalKey Said(double[] rates)
    {
        int best = Array.IndexOf(rates, rates.Max());
        return new MusicalKey(best % 12, best < 12 ? KeyMode.Major : KeyMode.Minor);
    }

    private void Print(string name, Func<KeyChoice, bool> counts)
    {
        List<(KeyChoice Choice, double[] Rates)> tried = [.. _tried.Where(one => counts(one.Choice))];
        if (tried.Count > 0)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {name,-16} {tried.Count,6}  {tried.Average(Hit):F3}  {tried.Average(one => KeyScore.Compare(one.Choice.Key, Said(one.Rates)).Weighted):F3}  {tried.Average(one => -Math.Log(Math.Max(1e-9, one.Rates[one.Choice.Right]))):F3}  {tried.Average(one => one.Rates.Max()):F3}"));
        }
    }

    private void PrintReliability(string name, bool isWhole)
    {
        Console.Error.WriteLine($"  confidence and share of hits, {name}:");
        foreach (var bin in _tried
            .Where(one => one.Choice.Group.StartsWith("whole", StringComparison.Ordinal) == isWhole)
            .GroupBy(one => Math.Min(9, (int)(10 * one.Rates.Max())))
            .OrderBy(bin => bin.Key))
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"    {bin.Average(one => one.Rates.Max()):F2} {bin.Average(Hit):F2} ({bin.Count()})"));
        }
    }

    private static double Hit((KeyChoice Choice, double[] Rates) tried) =>
        KeyScore.Compare(tried.Choice.Key, Said(tried.Rates)).IsExact ? 1 : 0;
}
