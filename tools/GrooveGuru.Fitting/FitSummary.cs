using System.Globalization;

namespace GrooveGuru.Fitting;

/// <summary>How well a model does on pieces, by kind of piece.</summary>
internal sealed class FitSummary
{
    private const double LeastProbability = 1e-6;

    private readonly List<(string Group, double Probability, bool IsHit)> _tried = [];

    /// <summary>Adds a piece.</summary>
    /// <param name="group">Its kind.</param>
    /// <param name="probability">What the model gave to the truth, 0–1.</param>
    /// <param name="isHit">Whether the model's answer is right.</param>
    public void Add(string group, double probability, bool isHit) => _tried.Add((group, probability, isHit));

    /// <summary>Prints a line for each kind and one for all to standard error.</summary>
    /// <param name="title">What was tried on what.</param>
    public void Print(string title)
    {
        Console.Error.WriteLine(title);
        foreach (var group in _tried.GroupBy(piece => piece.Group).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Print(group.Key, [.. group]);
        }

        Print("all", _tried);
    }

    private static void Print(string name, List<(string Group, double Probability, bool IsHit)> tried)
    {
        double logLoss = tried.Average(piece => -Math.Log(Math.Max(LeastProbability, piece.Probability)));
        double hitRate = tried.Average(piece => piece.IsHit ? 1 : 0.0);
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {name,-10} {tried.Count,5} pieces, log loss {logLoss:F3}, hit rate {hitRate:F3}"));
    }
}
