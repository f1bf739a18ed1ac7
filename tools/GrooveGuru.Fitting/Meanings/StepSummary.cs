using System.Globalization;
using GrooveGuru.Core.Semantics.Judgements;

namespace GrooveGuru.Fitting.Meanings;

/// <summary>How judgements spread over tracks: the share of each step, and where the values lie.</summary>
internal static class StepSummary
{
    private static readonly double[] Shares = [0.1, 0.25, 0.5, 0.75, 0.9];

    /// <summary>Prints a line for each judgement to standard error.</summary>
    /// <param name="title">What the tracks are.</param>
    /// <param name="contexts">The judgements of each track.</param>
    public static void Print(string title, IReadOnlyList<TrackContext> contexts)
    {
        Console.Error.WriteLine($"{title}, {contexts.Count} clips:");
        Print([.. contexts.Select(context => context.Quality)]);
        Print([.. contexts.Select(context => context.Complexity)]);
        Print([.. contexts.Select(context => context.Listening)]);
        Print([.. contexts.Select(context => context.Impact)]);
    }

    private static void Print<TStep>(IReadOnlyList<Judgement<TStep>> judgements)
        where TStep : struct, Enum
    {
        double[] values = [.. judgements.Select(judgement => judgement.Value).OfType<double>().Order()];
        if (values.Length == 0)
        {
            return;
        }

        string steps = string.Join(", ", Enum.GetValues<TStep>().Select(step => string.Create(
            CultureInfo.InvariantCulture, $"{step} {(double)judgements.Count(judgement => step.Equals(judgement.Step)) / values.Length:F2}")));
        string spread = string.Join(" ", Shares.Select(share => values[(int)(share * (values.Length - 1))].ToString("F2", CultureInfo.InvariantCulture)));
        Console.Error.WriteLine($"  {typeof(TStep).Name}: {steps}; tenth, quarter, middle, quarter, tenth at {spread}; not given {judgements.Count - values.Length}");
    }
}
